"""A batch of 700 documents of 1.5 kB of like words costs at most five times what ordinary documents of that size cost."""
import json
import pathlib

import lexicon
import verdict

DOCUMENTS, SIZE, ALLOWED = 700, 1500, 5
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "data" / "samples"
ENGLISH = ["ferry-news.txt", "salt-road-history.txt", "cartographer-biography.txt", "mill-court-chronology.txt"]
# Besides these, the first words of each class that events, names, times and what links them are made of.
WORDS = ["went ", "ran ", "lost. ", "go ", "said ", "It closed. ", "yesterday ", "Monday. ", "He left before. ", "Two days later ", "John Smith "]


def batch(documents, text):
    return "".join(json.dumps({"id": "d%d" % i, "dct": "2016-11-14", "text": text(i)}) + "\n" for i in range(documents))


def ordinary(i):
    article = (SAMPLES / ENGLISH[i % len(ENGLISH)]).read_text(encoding="utf-8")
    begin = i * 97 % max(1, len(article) - SIZE)
    return article[begin:begin + SIZE]


def unlike_words():
    """Pairs of a name and the word that a document repeats."""
    for word in WORDS:
        yield word.strip(), word
    for name in lexicon.KEY_CLASSES:
        words = lexicon.classes("en").get(name, [])
        for end in (" ", ". "):
            if words:
                yield "%s%s (%s)" % (words[0], end.strip(), name), words[0].capitalize() + end


def run(options, pool):
    """Measures each word against ordinary text; True where one costs too much. Documents of a batch cost the same each: a sample of 14 stands
    for 700."""
    sample = 14
    ordinary_cost = verdict.cost_of(pool.measure(["batch", "-j1"], batch(sample, ordinary), ".jsonl"))

    def measured(pair):
        name, word = pair
        return name, verdict.cost_of(pool.measure(["batch", "-j1"], batch(sample, lambda i: (word * SIZE)[:SIZE]), ".jsonl"))

    over = False
    for name, cost in pool.map(measured, unlike_words()):
        ratio = cost / ordinary_cost
        over |= ratio > ALLOWED
        print("%6.2f times ordinary text  %s%s" % (ratio, name, "  OVER %d" % ALLOWED if ratio > ALLOWED else ""), flush=True)
    return over
