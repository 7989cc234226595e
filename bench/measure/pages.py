"""Web pages: the day of publication, and the article's text.

webpages: the share of the pages whose day of publication is exactly the one known. readability: F1 over the words of the
article (each as often as it stands there), the mean of the pages; the page's title, which both sides state apart, is not
counted. A page whose number or name hashes to 0 modulo 3 belongs to the left-out third.
Python 3, standard library only.
"""
import collections
import hashlib
import html.parser
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile


def left_out(name):
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 3 == 0


def read(program, page, *more):
    done = subprocess.run([program, "dates", page, "--format", "json", *more], capture_output=True, check=False)
    return json.loads(done.stdout.decode("utf-8", "replace"))["documents"][0] if done.stdout else {}


class Words(html.parser.HTMLParser):
    """The words of an article marked up by hand."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style")
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


BLOCKS = set("p div li ul ol h1 h2 h3 h4 h5 h6 td tr th table br blockquote pre figure figcaption section article dd dt dl header hr".split())


def words(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def f1(found, gold):
    shared = sum((found & gold).values())
    if shared == 0:
        return 1.0 if not found and not gold else 0.0
    precision, recall = shared / sum(found.values()), shared / sum(gold.values())
    return 2 * precision * recall / (precision + recall)


def unpacked(shared, corpus):
    archive = os.path.join(shared, "corpora", corpus, "pages.tar.xz")
    if not os.path.exists(archive):
        return None
    folder = tempfile.TemporaryDirectory()
    with tarfile.open(archive) as tar:
        tar.extractall(folder.name)
    return folder


def rows_of(scores, figure):
    """scores: (name, score, line for the list of errors or None)."""
    rows = {}
    for key, wanted in (("all", None), ("seen", False), ("out", True)):
        part = [s for s in scores if wanted is None or left_out(s[0]) == wanted]
        mean = sum(s[1] for s in part) / max(len(part), 1)
        rows[key] = (len(part), "%s %.3f" % (figure, mean), [s[2] for s in part if s[2]])
    return rows


def webpages(program, shared, corpus):
    folder = unpacked(shared, corpus)
    if folder is None:
        return None
    scores = []
    with folder, open(os.path.join(shared, "corpora", corpus, "published.jsonl"), encoding="utf-8") as gold:
        for line in gold:
            page = json.loads(line)
            dct = read(program, os.path.join(folder.name, "pages", page["file"]), "--url", page["url"]).get("dct", {})
            found = dct.get("value", "none")[:10]
            gold_day = page["published"] if isinstance(page["published"], str) else "none"
            right = found == gold_day
            error = None if right else "%s gold %s found %s (%s) %s" % (page["file"], page["published"], found, dct.get("reason"), page["url"])
            scores.append((page["file"], float(right), error))
    return rows_of(scores, "exact day")


def readability(program, shared, corpus):
    folder = unpacked(shared, corpus)
    if folder is None:
        return None
    scores = []
    with folder:
        root = os.path.join(folder.name, "pages")
        for name in sorted(os.listdir(root)):
            document = read(program, os.path.join(root, name, "source.html"))
            text, title = document.get("text", ""), document.get("title", "")
            if title and text.startswith(title + "\n"):
                text = text[len(title):]
            parser = Words()
            with open(os.path.join(root, name, "expected.html"), encoding="utf-8") as gold:
                parser.feed(gold.read())
            found, wanted = words(text), words("".join(parser.parts))
            score = f1(found, wanted)
            shared_words = sum((found & wanted).values())
            error = "%.3f %s found %d gold %d shared %d" % (score, name, sum(found.values()), sum(wanted.values()), shared_words)
            scores.append((name, score, error if score < 0.97 else None))
    return rows_of(scores, "F1 of words")


CORPORA = {"webpages": webpages, "readability": readability}
