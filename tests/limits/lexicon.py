"""The words and phrases of data/lang, by language and class, as shapes name them."""
import functools
import pathlib
import re

LANG = pathlib.Path(__file__).resolve().parents[2] / "data" / "lang"
LANGUAGES = sorted(path.name for path in LANG.iterdir() if (path / "lexicon").is_dir())
# Classes whose words become events, names, links between them, or change what a clause means: half of all draws come from these.
KEY_CLASSES = ("verb verb-past verb-landmark verb-reporting verb-aspectual verb-forward verb-against verb-state verb-light noun-event "
               "noun-event-weak pronoun-subject determiner preposition negation-word aux-have modal title-word given-name signal-after signal-before "
               "signal-since signal-during signal-when signal-while same-event time-tie month weekday unit units ones").split()

# Words of running text that no lexicon of annal needs to list.
PLAIN = {"en": {"determiner": ["the", "a", "no", "this"], "pronoun-subject": ["he", "she", "it", "they", "we"],
                "preposition": ["of", "in", "on", "at", "by", "for", "with", "from", "to"], "verb": "take leave open close sell tell kill bring see begin".split(),
                "verb-past": "took left opened closed sold told killed brought saw began said went fell was had did".split()},
         "es": {"determiner": ["el", "la", "un"], "verb-past": "abrió cerró vendió dijo murió cayó fue".split()},
         "de": {"determiner": ["der", "die", "ein"], "verb-past": "öffnete schloss verkaufte sagte starb fiel war".split()}}


def _tokens(line):
    return re.findall(r'"[^"]*"|\S+', line)


@functools.lru_cache(None)
def classes(language):
    """A dictionary: the name of a class to its words, in the order of the files. Stems get the first endings of their table."""
    found, endings, name = {key: list(words) for key, words in PLAIN.get(language, {}).items()}, {}, None
    for path in sorted((LANG / language / "lexicon").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            first, *rest = _tokens(line)
            if first == "endings":
                endings[rest[0]] = ["" if ending == "-" else ending for ending in rest[1:]]
            elif first == "class":
                name = rest[0]
                found.setdefault(name, [])
            elif first in ("digits", "glue"):
                name = None
            elif name is not None:
                found[name] += rest if first.endswith(":") else [first] + rest
    return {name: spelled for name, words in found.items() if (spelled := [form for word in words for form in _forms(word, endings)])}


def _forms(word, endings):
    stem, _, table = word.strip('"').lstrip("^").replace("_", " ").partition("+")
    return [stem + ending for ending in endings.get(table, [""])[:3]] if stem else []


@functools.lru_cache(None)
def phrases(language):
    """The wordings of time that the rules of a language give as examples."""
    found = []
    for path in sorted((LANG / language / "grammar").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            parts = line.split("|")
            if line.startswith("yes ") and len(parts) == 3:
                found.append(parts[1].strip())
    return found
