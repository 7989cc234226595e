"""How well Annal finds events in raw texts. Rows:

  events-*      F1 of extents, relaxed; F1 of classes; accuracy of tense, aspect and polarity of the events found. MEANTIME
                marks no classes.
The scorer is SHARED/eval/score.py.
"""
from annotated import percent
from relations import of_raw_texts


def found(program, shared, row):
    return of_raw_texts(program, shared, row.removeprefix("events-"), "event", figures)


def figures(event):
    parts = ["relaxed %s" % percent(event["relaxed"]["f1"])]
    if event["class"]:
        parts.append("class %s" % percent(event["class"]["f1"]))
    parts += ["%s %s" % (name, percent(event[name]["accuracy"])) for name in ("tense", "aspect", "polarity") if event[name]]
    return "  ".join(["P %s  R %s" % (percent(event["relaxed"]["p"]), percent(event["relaxed"]["r"]))] + parts)


CORPORA = {"events-timebank": found, "events-aquaint": found, "events-meantime": found}
