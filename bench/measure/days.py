"""How well `annal days` finds the days of timelines that people made of many articles, in SHARED/corpora/tls. Rows:

  days-t17, days-entities, days-crisis-es, days-crisis-fr

All articles of a topic are read as one collection, also those of several sources. As every published system, annal is told the
number of days and the span of a timeline: from the ranking of all days, the best within the span are taken. Figures are means over
timelines: `dates`, F1 of the days; `align`, ROUGE-1 and -2 F1 of the sentences with days aligned, as many a day as the timeline has
on average (not for Entities, whose sentences stand under one day). The scorer is SHARED/eval/score_tls.py.
The round figures of the ranking were chosen with all of these timelines in view: here, the left-out third is not unseen.
Python 3, standard library only.
"""
import collections
import glob
import json
import os
import subprocess
import sys
import tarfile
import tempfile

from annotated import percent
from program import parts

ROWS = {"days-t17": ("t17", "en", ""), "days-entities": ("entities", "en", ""),
        "days-crisis-es": ("ml-crisis", "es", "es-"), "days-crisis-fr": ("ml-crisis", "fr", "fr-")}


def collections_in(folder, prefix):
    """{topic: its folders}; T17 has a folder for each source of a topic, "H1N1_bbc"."""
    found = collections.defaultdict(list)
    for path in sorted(glob.glob(os.path.join(folder, prefix + "*", "articles.jsonl"))):
        base = os.path.dirname(path)
        name = os.path.basename(base)
        pooled = os.path.basename(folder) == "t17"
        found[name.split("_")[0] if pooled else name].append(base)
    return found


def ranked_days(program, folders, language, plain, work):
    """The days of the articles in the folders, the best first: (day, sentences)."""
    path = os.path.join(work, "articles.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        for number, line in enumerate(l for f in folders for l in open(os.path.join(f, "articles.jsonl"), encoding="utf-8")):
            article = json.loads(line)
            out.write(json.dumps({"id": str(number), "dct": article["date"], "lang": language, "text": plain(article["text"])}) + "\n")
    done = subprocess.run([program, "days", path, "--top", "1000000", "--sentences", "15", "--format", "json"],
                          capture_output=True, check=False)
    days = json.loads(done.stdout.decode("utf-8"))["days"] if done.stdout else []
    return [(day["day"], [s["text"] for s in day["sentences"]]) for day in sorted(days, key=lambda day: day["rank"])]


def of_timeline(gold, ranked):
    """The timeline that annal makes where it is told the number of days and the span of `gold`."""
    count = max(1, round(sum(map(len, gold.values())) / len(gold)))
    within = [(day, told[:count]) for day, told in ranked if min(gold) <= day <= max(gold)]
    return dict(within[:len(gold)])


def figures(scores):
    def mean(key):
        values = [score[key] for score in scores if score[key] is not None]
        return sum(values) / len(values) if values else None
    shown = ["dates %s" % percent(mean("date F1"))]
    if mean("align+ m:1 R1") is not None:
        shown.append("align %s %s" % (percent(mean("align+ m:1 R1")), percent(mean("align+ m:1 R2"))))
    return "  ".join(shown)


def days(program, shared, row):
    corpus, language, prefix = ROWS[row]
    archive = os.path.join(shared, "corpora", "tls", corpus + ".tar.xz")
    if not os.path.exists(archive):
        return None
    sys.path.insert(0, os.path.join(shared, "eval"))
    import run_tls  # noqa: E402
    import score_tls  # noqa: E402
    scores, errors = collections.defaultdict(list), collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as work:
        folder = os.path.join(work, corpus)
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        for topic, folders in collections_in(folder, prefix).items():
            ranked = ranked_days(program, folders, language, run_tls.plain, work)
            for base in folders:
                for name, gold in score_tls.gold_timelines(base).items():
                    ours = of_timeline(gold, ranked)
                    for part in parts(topic):
                        scores[part].append(score_tls.score(gold, ours))
                        errors[part] += ["%s\tmissed %s" % (topic, day) for day in sorted(set(gold) - set(ours))]
                        errors[part] += ["%s\tspurious %s" % (topic, day) for day in sorted(set(ours) - set(gold))]
    return {part: (len(scores[part]), figures(scores[part]), errors[part]) for part in scores}


CORPORA = {row: days for row in ROWS}
