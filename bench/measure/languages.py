"""Corpora of other languages than English, below `corpora/multilingual`: annotated texts, and the phrases of Duckling's and
Recognizers-Text's tests, judged as the English ones are (`annotated.py`, `cases.py`). The program is told the language, since
a phrase of two words does not show it."""
import os
import re

from annotated import annotated_in, read_lines
from cases import duckling_readings, impossible, instant, judge, recognizer_reading
from program import batch

# Words that say themselves to which side of now a time lies, as `cases.DEICTIC` holds for English.
DEICTIC = {
    "de": r"\b(letzte|vergangene|vorige|nächste|kommende|diese|jetzt|heute|gestern|morgen|vor(?= \w+ (tag|woche|monat|jahr))|übermorgen|vorgestern)",
    "es": r"\b(pasad|últim|anterior|próxim|siguiente|est[ea]s?\b|ayer|hoy|mañana|anoche|hace|dentro de|que viene|ahora|actual)",
    "fr": r"\b(derni|passé|précédent|prochain|suivant|cet?t?e?\b|hier|aujourd|demain|il y a|dans|maintenant|actuel)",
    "ru": r"\b(прошл|последн|предыдущ|следующ|будущ|эт(от|а|о|ой|ом|у)\b|вчера|сегодня|завтра|назад|через|сейчас)",
    "uk": r"\b(минул|останн|попередн|наступн|майбутн|ц(ей|я|е|ього|ій|ю)\b|вчора|сьогодні|завтра|тому|через|зараз)",
}
# Modes and kinds of which the cases repeat those of the default mode or state spans alone.
OWN_READING = ("DateTimeModelSplitDateAndTime", "DateTimeModelTasksMode")
# A value that begins with a year, a range between dates, and a day of a month not said: laid out with the day of reference.
LAID_OUT = re.compile(r"\(?\d{4}|\(XXXX|XXXX-XX-\d")
IMPOSSIBLE = re.compile(r"-02-30")


def folder(shared, tag):
    return os.path.join(shared, "corpora", "multilingual", tag)


def speaks(program, tag):
    return "error" not in batch(program, [{"id": "a", "text": "1", "lang": tag}], "timeml")[0]


def texts(tag, names, **how):
    def rows(program, shared, corpus):
        if not speaks(program, tag):
            return None
        return annotated_in(program, shared, [os.path.join(folder(shared, tag), name) for name in names], fields={"lang": tag}, **how)
    return rows


def phrases(tag, file, reader):
    def rows(program, shared, corpus):
        path = os.path.join(folder(shared, tag), file)
        if not os.path.exists(path) or not speaks(program, tag):
            return None
        cases = [dict(case, id="%s-%d" % (corpus, number), lang=tag, deictic=re.compile(DEICTIC[tag], re.I))
                 for number, line in enumerate(read_lines(path)) for case in reader(line)]
        return judge(program, cases)
    return rows


def duckling(line):
    value = {k: v.replace("-00", "-01") for k, v in line["value"].items() if k in ("from", "to")}  # a year has no month there, and a month no day
    if not all(instant(stamp) for stamp in value.values()):
        return  # no date of the calendar
    case = {"text": line["phrase"], "ref": line["ref"], "kind": line["value"]["kind"], "grain": line["value"]["grain"].capitalize(),
            "value": value["from"], **value}
    yield {"text": case["text"], "dct": case["ref"], "both": True, "wants": [{"begin": 0, "end": len(case["text"]), "any": duckling_readings(case)}]}


def recognizers(line):
    if line["spec"] in OWN_READING or line["spec"].startswith("MergedExtractor"):
        return
    # Offsets count UTF-16 units, of which a character beyond the first plane has two.
    units = [i for i, c in enumerate(line["input"]) for _ in range(2 if ord(c) > 0xFFFF else 1)] + [len(line["input"])]
    wants = []
    for time in line["times"]:
        values = [v for v in time.get("values") or [] if not str(v.get("value", "")).startswith("0001-01-01") and not time["type"].endswith("timezone")
                  and not impossible(v) and not IMPOSSIBLE.search(v.get("timex", ""))]
        if values and "begin" in time and time["end"] < len(units):
            wants.append({"begin": units[time["begin"]], "end": units[time["end"]], "any": [r for v in values for r in recognizer_reading(v)]})
            # "Tarde" lasts from noon to nightfall: Microsoft's evening, TIMEX3's afternoon.
            if re.search(r"\btarde\b", time["text"], re.I):
                wants[-1]["any"] += [dict(r, part="AF") for r in wants[-1]["any"] if r.get("part") == "EV"]
    if not line["ref"]:  # lost: what is left open is compared as it stands, and what hangs on that day cannot be judged
        if any("timex" in r and LAID_OUT.match(r["timex"]) and r["timex"].strip("(")[:4] not in line["input"] for w in wants for r in w["any"]):
            return
        for want in wants:
            want["any"] = [dict(r, **{"from": None}) if "part" in r else r for r in want["any"]]
    if wants:
        yield {"text": line["input"], "dct": (line["ref"] or "")[:19] or None, "both": False, "wants": wants}


CORPORA = {
    "de-krauts": texts("de", ["krauts-zeit", "krauts-dolomiten"]),
    "es-timebank": texts("es", ["timebank-train"]),
    "es-meantime": texts("es", ["meantime"]),
    "es-hourglass": texts("es", ["hourglass"]),
    "fr-timebank": texts("fr", ["timebank-notvalued"], figures=("strict", "relaxed")),
    # The day on which each of these was taken from the encyclopaedia says nothing of its years.
    "uk-wikiwars": texts("uk", ["wikiwars"], without_dct=True),
}
for language in DEICTIC:
    CORPORA[language + "-duckling"] = phrases(language, "duckling.jsonl", duckling)
for language in ("de", "es", "fr"):
    CORPORA[language + "-ntx"] = phrases(language, "ntx.jsonl", recognizers)
