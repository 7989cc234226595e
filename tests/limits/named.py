"""Inputs that grow in one direction each, through `annal build` to every form and through `annal batch`: twice the input takes twice the instructions.

What does not grow with the input (the start of the program) is taken off. Below some 40,000 bytes limits of their own (a sentence, a graph) may not be
reached yet.
"""
import pathlib
import sys

import verdict
from shapes import day

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from formats import DRAWN_ELSEWHERE, FORMATS, LAYOUTS

EVERY_FORM = [name for name in FORMATS if name not in [*DRAWN_ELSEWHERE, "json"]] + [f"svg --layout {layout}" for layout in LAYOUTS]


def repeated(text):
    return lambda n: text * (n // len(text.encode()) + 1)


def counted(line, begin="", end=""):
    """As many lines as fill n bytes; `line` gets the number of each."""
    def fill(n):
        out, size, i = [], 0, 0
        while size < n:
            out.append(line(i))
            size += len(out[-1])
            i += 1
        return begin + "".join(out) + end
    return fill


def letters(i):
    """Six small letters, others for each number."""
    return "".join(chr(ord("a") + i // 26**k % 26) for k in range(6))


def links(make):
    """TimeML of links: make(k) gives the number of events and (from, to, relation) of about k links."""
    def fill(n):
        events, told = make(n // 120)
        body = "".join('<EVENT eid="e%d" class="OCCURRENCE">closed</EVENT> ' % i for i in range(events))
        body += "</TEXT>" + "".join('<MAKEINSTANCE eiid="ei%d" eventID="e%d" tense="PAST" aspect="NONE" pos="VERB" polarity="POS"/>' % (i, i)
                                    for i in range(events))
        body += "".join('<TLINK lid="l%d" eventInstanceID="ei%d" relatedToEventInstance="ei%d" relType="%s"/>' % ((i,) + link)
                        for i, link in enumerate(told))
        return ('<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2014-05-03" functionInDocument="CREATION_TIME">'
                "2014-05-03</TIMEX3></DCT><TEXT>" + body + "</TimeML>")
    return fill


def chain(k):
    return [(i, i + 1, "BEFORE") for i in range(k - 1)]


def page(fill, begin="<html><body>", end="<p>It closed on 3 May 2014.</p></body></html>"):
    return lambda n: begin + fill(n) + end


TEXTS = {
    "news": counted(lambda i: "On %s the council closed bridge %d. The mayor said the ferry opened two days later. " % (day(i), i)),
    "contradictions": repeated("The bridge opened on 3 May 2014. The bridge opened before the mill closed. The mill closed before the bridge opened. "),
    "dates only": counted(lambda i: day(i) + " "),
    "a date a paragraph": counted(lambda i: "On %s the council closed the bridge.\n\n" % day(i)),
    "one line": counted(lambda i: "the council closed bridge %d and the mayor opened it " % i),
    "no sentence ends": repeated("word and other "),
    "one word": repeated("a"),
    "long words of like ends": counted(lambda i: "The mill of Brandenb%slingtown closed. " % letters(i)),
    "one number": repeated("1"),
    "blanks": repeated(" "),
    "short lines": repeated("x\n"),
    "line ends": repeated("x\n\n"),
    "quotation marks": repeated('"'),
    "quotations that stay open": repeated("\u201cIt closed yesterday, said Kovar. "),
    "brackets": repeated("("),
    "brackets within brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "full stops": repeated("."),
    "hyphens": repeated("-"),
    "numbers without a blank": repeated("2001-"),
    "an address": repeated("http://a.b/c?d=e&"),
    "capital letters": repeated("ABCDEF GHIJ "),
    "one name": repeated("John Smith said. "),
    "a new name each time": counted(lambda i: "Jo%d Smith%d resigned. " % (i, i)),
    "sayings": repeated("said "),
    "sayings within sayings": repeated("he said that "),
    "it": repeated("It closed yesterday. "),
    "she": lambda n: "Mayor Anna Kovar resigned. " + repeated("She said she left. ")(n),
    "offsets": repeated("Two days later it closed. "),
    "nouns within nouns": repeated("the collapse of "),
    "one happening": repeated("The collapse of the dam began. The dam collapse ended. "),
    "clauses within clauses": repeated("because it closed when "),
    "ranges that stay open": repeated("from 3 May to "),
    "weekdays": repeated("Monday "),
    "clock times": counted(lambda i: "At %d:%02d the council closed it. " % (i % 24, i % 60)),
    "items": repeated("- 3 May 2014: it closed\n"),
    "headings": repeated("THE BRIDGE\n\nIt closed.\n\n"),
    "datelines": repeated("LONDON, May 3 (Reuters) - It closed.\n\n"),
    "combining marks": repeated("\u0301"),
    "direction marks": repeated("\u202e"),
    "another script": repeated("\u041c\u0456\u0441\u0442 \u0437\u0430\u043a\u0440\u0438\u043b\u0438 3 \u0442\u0440\u0430\u0432\u043d\u044f 2014 \u0440\u043e\u043a\u0443. "),
}
PAGES = {
    "paragraphs": page(repeated("<p>It closed on 3 May 2014.</p>")),
    "tags 900 deep": page(repeated("<p>It closed on 3 May 2014.</p>"), "<html><body>" + "<div>" * 900),
    "900 attributes a tag": page(repeated("<p " + " ".join("a%d=x" % i for i in range(900)) + ">hi</p>")),
    "comments": page(repeated("<!--a-->")),
    "character references": page(repeated("&amp;"), "<html><body><p>"),
    "tags that are none": page(repeated("<"), "<html><body><p>"),
    "table cells": page(repeated("<tr><td>a<td>3 May 2014"), "<html><body><table>"),
    "text between cells": page(repeated("x<p>"), "<html><body><table>"),
    "links": page(repeated("<a href=x>y</a> ")),
    "days of publication": page(repeated('<meta property="article:published_time" content="2014-05-03">'), "<html><head>", "</head><body><p>It closed."),
    "JSON-LD keys": page(counted(lambda i: '"k%d":1,' % i, '{', '"z":1}'), "<html><head><script type=application/ld+json>",
                         "</script></head><body><p>It closed on 3 May 2014.</p>"),
    "JSON-LD brackets": page(repeated("["), "<html><head><script type=application/ld+json>", "</script></head><body><p>It closed on 3 May 2014.</p>"),
    "a script": page(repeated("<script"), "<html><body><script>", "</script><p>It closed on 3 May 2014.</p>"),
    "end tags of nothing": page(repeated("</x>"), "<html><body>" + "<span>" * 900),
    "end tags of nothing in SVG": page(repeated("</y>"), "<html><body><svg>" + "<x>" * 900),
    "end tags of headlines": page(repeated("</h1>"), "<html><body>" + "<div>" * 900),
    "formatting opened again": page(repeated("<p>x"), "<html><body><p>" + "".join("<b a%d>" % i for i in range(4))),
    "formatting nested wrongly": page(repeated("<p><b>x<i></b><div></i></p></div>")),
    "links within links": page(repeated("<a><table><a>")),
    "comments that end at once": page(repeated("<!--><!--->")),
    "headlines within headlines": page(repeated("x y<br>"), "<html><body>" + "<h1><div>" * 450),
    "times within times": page(repeated("x y<br>"), "<html><body>" + "<time>" * 900),
    "boxes beside the article": page(repeated("x y<br>"), "<html><body>" + "<div class=sidebar>" * 900),
    "one attribute": page(repeated("sidebar "), "<html><body><p class='", "'>It closed on 3 May 2014.</p>"),
    "attributes of the page": page(counted(lambda i: "<html a%d=x>" % i)),
}
ANNOTATED = {
    "links in a chain": links(lambda k: (k, chain(k))),
    "links from one event": links(lambda k: (k, [(0, i, "BEFORE") for i in range(1, k)])),
    "links that contradict the chain": links(lambda k: (k // 2, chain(k // 2) + [(k // 2 - 1 - i % 10, i % 7, "BEFORE") for i in range(k // 2)])),
    "links in circles": links(lambda k: (k // 2, chain(k // 2) + [(i + 2, i, "BEFORE") for i in range(k // 2 - 2)])),
    "intervals in intervals": links(lambda k: (k, [(i, i + 1, "INCLUDES") for i in range(k - 1)])),
    "one link": links(lambda k: (10, [(1, 2, "BEFORE")] * k)),
    "attributes": lambda n: "<TimeML><TEXT><EVENT " + counted(lambda i: 'a%d="x" ' % i)(n) + ">closed</EVENT></TEXT></TimeML>",
}
BATCHES = {
    "documents": repeated('{"id": "a", "text": "It closed on 3 May 2014."}\n'),
    "keys": counted(lambda i: '"key%d": "v", ' % i, '{"id": "a", ', '"text": "It closed on 3 May 2014."}\n'),
    "lines that are no JSON": repeated("x\n"),
    "a key told again": counted(lambda i: '"text": "It closed.", ', '{"id": "a", ', '"z": 1}\n'),
    "values within values": lambda n: '{"id": "a", "x": ' + "[" * n + "\n",
}


# Read without a day of writing, so that all days hang on the one year that is open.
UNDATED = {
    "two days of one event": repeated("On 1 May, 2 May, he left. "),
    "days beside verbs": repeated("1 may 2 may go "),
    "other days of other events": counted(lambda i: "On %d May, %d June, the council closed bridge %d. " % (i % 28 + 1, i % 13 + 1, i)),
}


def runs():
    for kind, ending, shapes in (("text", ".txt", TEXTS), ("page", ".html", PAGES), ("TimeML", ".tml", ANNOTATED), ("batch", ".jsonl", BATCHES)):
        for name, fill in shapes.items():
            if kind == "batch":
                yield "%s: %s" % (kind, name), ["batch", "-j1"], ending, fill
            else:
                yield "%s: %s" % (kind, name), ["build", "--dct", "2016-11-14", "--format", "json"], ending, fill
    for name, fill in UNDATED.items():
        yield "text without a day: %s" % name, ["build", "--format", "json"], ".txt", fill
    for form in EVERY_FORM:
        for name in ("news", "contradictions"):
            yield "%s of %s" % (form, name), ["build", "--all", "--format"] + form.split(), ".txt", TEXTS[name]


def run(options, pool):
    """Measures the shapes and prints them; True where one is not linear."""

    def measured(chosen):
        name, words, ending, fill = chosen
        return name, [pool.measure(words, fill(n), ending) for n in (1, options.size, 2 * options.size)]

    chosen = [run for run in runs() if not options.words or any(word in run[0] for word in options.words)]
    over = 0
    for name, costs in pool.map(measured, chosen):
        start, one, two = map(verdict.cost_of, costs)
        # A shape whose cost does not grow to speak of is linear whatever the ratio of what little is left.
        ratio = (two - start) / (one - start) if one - start > max(start, 5_000_000) else two / one if one > 5_000_000 else 1
        over += ratio > verdict.ALLOWED_GROWTH
        print("%6.2f  %10.0f a byte  %s%s" % (ratio, (two - one) / options.size, name, "  NOT LINEAR" if ratio > verdict.ALLOWED_GROWTH else ""), flush=True)
    print("%d shapes, %d of them not linear" % (len(chosen), over))
    return over > 0
