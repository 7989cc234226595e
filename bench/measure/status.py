#!/usr/bin/env python3
"""The status of events: how far Annal tells what the text vouches for, and who says so.

  bench/measure/status.py PROGRAM [TAG]... [--wrong] [--with-left-out]

tests/timeline/event/status/<tag>-{seen,left-out}.jsonl hold one text a line: `text`; `event`, a word that stands in it once; `status`;
`or`, where another status is as good; `source`, who reports or alleges it, in the words of the text. The status is

  fact         the writer says that it happened, or a court's verdict does
  reported     somebody says that it happened
  alleged      somebody claims or suspects it, or is accused or suspected of it
  expected     it lies ahead: announced, planned, promised, ordered, asked for
  conditional  it holds under a condition, is possible, or is asked
  denied       it did not come about, or somebody says that it did not

Each text is read alone. An event counts as found where a mention of it is that word. `status` is the share of the texts with the
right status; `source` the share of those that name a source whose source is right too (one of the two may have more words than the
other, but they end alike); `found` the share whose word is an event at all. The texts that are left out are for measuring: no rule is
written while looking at them. --wrong lists what is wrong of the seen ones, with --with-left-out of the others too.
Python 3, standard library only.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

TEXTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tests", "timeline", "event", "status")
TAGS = ("en", "de", "es", "fr", "uk", "ru")


def read_lines(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def build(program, tag, text):
    """The events of a text, as `annal build` writes them."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as page:
        page.write(text + "\n")
        page.flush()
        done = subprocess.run([program, "build", page.name, "-f", "json", "--lang", tag], capture_output=True, check=False)
    return json.loads(done.stdout)["events"] if done.stdout else []


def found_event(row, events):
    """The event that the word of the row tells of, or None. Offsets count code points."""
    text, word = row["text"], row["event"]
    begin = next(i for i in range(len(text)) if text.startswith(word, i) and not is_inside(text, i, i + len(word)))
    for event in events:
        spans = [event["span"]] + event.get("mentions", [])
        if any(s["begin"] <= begin < s["end"] or begin <= s["begin"] < begin + len(word) for s in spans):
            return event
    return None


def is_inside(text, begin, end):
    """Whether a letter stands before or after the stretch."""
    return text[begin - 1:begin].isalpha() or text[end:end + 1].isalpha()


def same_source(said, right):
    said, right = said.lower().split(), right.lower().split()
    shorter = min(len(said), len(right))
    return shorter > 0 and said[-shorter:] == right[-shorter:]


def judge(program, tag, part, wrong):
    """The counts of one file of texts, and what is wrong, one line each."""
    rows = read_lines(os.path.join(TEXTS, "%s-%s.jsonl" % (tag, part)))
    counts = {"texts": len(rows), "status": 0, "found": 0, "sources": 0, "source": 0}
    for row in rows:
        event = found_event(row, build(program, tag, row["text"]))
        status = event["factuality"] if event else "no event"
        source = (event.get("source") or "") if event else ""
        right = status in (row["status"], row.get("or"))
        named = same_source(source, row["source"]) if "source" in row else True
        counts["found"] += event is not None
        counts["status"] += right
        counts["sources"] += "source" in row
        counts["source"] += "source" in row and right and named
        if not right or not named:
            wrong.append("\t".join([tag, part, row["status"] + (": " + row["source"] if "source" in row else ""),
                                    status + (": " + source if source else ""), row["event"], row["text"]]))
    return counts


def share(part, whole):
    return "%6.2f of %d" % (100 * part / whole, whole) if whole else "none"


def rows(program, tag):
    """As the other corpora of bench/accuracy: by part, the number of texts, the figures and the errors."""
    out = {}
    for key, part in (("seen", "seen"), ("out", "left-out")):
        wrong = []
        c = judge(program, tag, part, wrong)
        if c["texts"]:
            figures = "status %s  source %s  found %s" % (share(c["status"], c["texts"]), share(c["source"], c["sources"]),
                                                          share(c["found"], c["texts"]))
            out[key] = (c["texts"], figures, wrong)
    return out


CORPORA = {tag + "-status": (lambda program, _, corpus: rows(program, corpus.split("-")[0])) for tag in TAGS}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("tags", nargs="*", default=TAGS)
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    parser.add_argument("--with-left-out", action="store_true", help="with --wrong: of the texts that are left out too")
    chosen = parser.parse_args()
    listed = []
    for tag in chosen.tags:
        for key, (count, figures, wrong) in rows(os.path.abspath(chosen.program), tag).items():
            print("%-3s %-9s %3d  %s" % (tag, "left out" if key == "out" else key, count, figures))
            sys.stdout.flush()
            if key == "seen" or chosen.with_left_out:
                listed += wrong
    if chosen.wrong:
        print("\n".join(listed))


if __name__ == "__main__":
    main()
