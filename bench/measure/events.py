"""How well Annal finds events in raw texts. Rows:

  events-*      F1 of extents, relaxed; F1 of classes; accuracy of tense, aspect and polarity of the events found. MEANTIME
                marks no classes.
The scorer is SHARED/eval/score.py.
"""
import json
import os
import tempfile

from annotated import percent, python, systems
from relations import linked, raw_texts, scorer


def found(program, shared, row):
    corpus = row.removeprefix("events-")
    if not os.path.isdir(os.path.join(shared, "corpora", corpus)):
        return None
    folder, documents = raw_texts(shared, corpus)
    rows = {}
    with tempfile.TemporaryDirectory() as work:
        systems(program, documents, work, lambda d: d["id"])
        for part in os.listdir(work):
            answers = os.path.join(work, part)
            result = json.loads(python(scorer(shared, "score.py"), linked(folder, work, answers), answers, "--task", "event", "--json", "-"))
            rows[part] = (len(os.listdir(answers)), figures(result["event"]), [])
    return rows


def figures(event):
    parts = ["relaxed %s" % percent(event["relaxed"]["f1"])]
    if event["class"]:
        parts.append("class %s" % percent(event["class"]["f1"]))
    parts += ["%s %s" % (name, percent(event[name]["accuracy"])) for name in ("tense", "aspect", "polarity") if event[name]]
    return "  ".join(["P %s  R %s" % (percent(event["relaxed"]["p"]), percent(event["relaxed"]["r"]))] + parts)


CORPORA = {"events-timebank": found, "events-aquaint": found, "events-meantime": found}
