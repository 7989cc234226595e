"""A shape is an input that can grow: a JSON value, so that it can be printed, changed and run again. `fill(shape, n)` makes about n bytes of it.

{"kind": "text" | "page" | "timeml" | "batch", "run": [words of the command line], "grow": ..., "before": node, "unit": node, "after": node}

`grow` says how a unit becomes n bytes:
    "repeat"            the unit again and again, numbered from 0
    "nest"              "unit" is ["seq", opening, closing]: half of the bytes open, the other half close
    ["links", pattern]  of TimeML: events, times and links between them; see links.py
    ["lines", bytes, field]  of a batch: documents of so many bytes, in the field "text", "html" or "tml"

A node is text, or a list whose first word says what it gives for number i:
    ["number"], ["number", from]        i, or from + i
    ["day", step]                       the day i * step days after 1 January 1700: "2 March 1700"
    ["word", language, class, k]        the k-th word of a class of data/lang
    ["words", language, class, step]    word number i * step of a class: unlike words
    ["phrase", language, k]             the k-th time expression of a language's rules
    ["phrases", language, step]         number i * step of them
    ["seq", node...]                    all, one behind the other
    ["pick", node...]                   the (i mod count)-th
    ["times", count, node]              the node `count` times, numbered on
    ["capital", node], ["upper", node]  with a first capital, in capitals
    ["escape", node]                    as the text of a page
    ["text", node...]                   the nodes one behind the other with a blank between
"""
import html
import json

import lexicon
import links

MONTHS = "January February March April May June July August September October November December".split()


def day(i):
    return "%d %s %d" % (i % 28 + 1, MONTHS[i // 28 % 12], 1700 + i // 336 % 300)


def capital(text):
    return text[:1].upper() + text[1:]


def _pick(items, k):
    return items[k % len(items)] if items else ""


NODES = {
    "number": lambda i, begin=0: str(begin + i),
    "day": lambda i, step: day(i * step),
    "word": lambda i, language, name, k: _pick(lexicon.classes(language).get(name), k),
    "words": lambda i, language, name, step: _pick(lexicon.classes(language).get(name), i * step),
    "phrase": lambda i, language, k: _pick(lexicon.phrases(language), k),
    "phrases": lambda i, language, step: _pick(lexicon.phrases(language), i * step),
    "seq": lambda i, *nodes: "".join(value(node, i) for node in nodes),
    "text": lambda i, *nodes: " ".join(value(node, i) for node in nodes),
    "pick": lambda i, *nodes: value(nodes[i % len(nodes)], i),
    "times": lambda i, count, node: "".join(value(node, i * count + j) for j in range(count)),
    "capital": lambda i, node: capital(value(node, i)),
    "upper": lambda i, node: value(node, i).upper(),
    "escape": lambda i, node: html.escape(value(node, i)),
}


def value(node, i):
    """What a node gives for number i."""
    return node if isinstance(node, str) else NODES[node[0]](i, *node[1:])


def repeat(node, n):
    out, size, i = [], 0, 0
    while size < n:
        out.append(value(node, i))
        size += max(1, len(out[-1].encode()))  # a unit without text must end too
        i += 1
    return "".join(out)


def nest(unit, n):
    opening, closing = unit[1:3]
    opened, size, depth = [], 0, 0
    while size < n:
        opened.append(value(opening, depth))
        size += max(1, len((opened[-1] + value(closing, depth)).encode()))
        depth += 1
    return "".join(opened) + "".join(value(closing, i) for i in reversed(range(depth)))


def lines(shape, n):
    _, size, field = shape["grow"]
    out, written, i = [], 0, 0
    while written < n:
        document = value(shape["before"], i) + repeat(shape["unit"], size) + value(shape["after"], i)
        out.append(json.dumps({"id": "d%d" % i, "dct": "2016-11-14", field: document}, ensure_ascii=False) + "\n")
        written += len(out[-1].encode())
        i += 1
    return "".join(out)


def fill(shape, n):
    """About n bytes of the shape, as text."""
    grow = shape["grow"]
    if grow[0] == "lines":
        return lines(shape, n)
    if grow[0] == "links":
        grown = links.fill(grow[1], lambda i: value(shape["unit"], i), n)
    elif grow == "nest":
        grown = nest(shape["unit"], n)
    else:
        grown = repeat(shape["unit"], n)
    return value(shape["before"], 0) + grown + value(shape["after"], 0)


ENDINGS = {"text": ".txt", "page": ".html", "timeml": ".tml", "batch": ".jsonl"}
SMALLEST = {"text": "x", "page": "<p>x", "timeml": "<TimeML><TEXT>x</TEXT></TimeML>", "batch": '{"id": "a", "text": "x"}\n'}


def spec(shape):
    """The shape on one line, as --shape takes it."""
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":"))


def parse(text):
    """The shape of a spec."""
    return json.loads(text)
