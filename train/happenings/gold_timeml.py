#!/usr/bin/env python3
"""ECB+'s documents as TimeML, a line each for `annal batch`, so that Annal's events are the annotated ones.

usage: gold_timeml.py DOCUMENTS.jsonl MENTIONS.jsonl > documents.jsonl

Each mention is an EVENT at its head, with its part of speech. Of mentions that share a word the first is kept.
"""
import collections, html, json, sys


def timeml(document, mentions):
    text, body, instances, at = document["text"], "", "", 0
    for number, m in enumerate(sorted(mentions, key=lambda m: m["head_at"]), 1):
        begin, end = m["head_at"]
        if begin < at:
            continue
        pos = m["pos"] if m["pos"] in ("VERB", "NOUN") else "OTHER"
        body += html.escape(text[at:begin], quote=False)
        body += f'<EVENT eid="e{number}" class="OCCURRENCE">{html.escape(text[begin:end], quote=False)}</EVENT>'
        instances += f'<MAKEINSTANCE eventID="e{number}" eiid="ei{number}" tense="NONE" aspect="NONE" polarity="POS" pos="{pos}"/>'
        at = end
    body += html.escape(text[at:], quote=False)
    return f'<TimeML><DOCID>{document["id"]}</DOCID><TEXT>{body}</TEXT>{instances}</TimeML>'


def main():
    documents, mentions = sys.argv[1:]
    of = collections.defaultdict(list)
    with open(mentions, encoding="utf8") as f:
        for line in f:
            m = json.loads(line)
            of[m["doc"]].append(m)
    with open(documents, encoding="utf8") as f:
        for line in f:
            d = json.loads(line)
            print(json.dumps({"id": d["id"], "tml": timeml(d, of[d["id"]]), "lang": "en"}))


if __name__ == "__main__":
    main()
