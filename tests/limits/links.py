"""TimeML whose events, times and links form a pattern: {"pairs": name, "ends": "ee" | "et" | "te" | "tt", "relations": [relType...],
"instances": of each event, "values": "same" | "unlike", "bytes": of one link with its events}"""

HEAD = ('<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2014-05-03" functionInDocument="CREATION_TIME">2014-05-03</TIMEX3></DCT>'
        "<TEXT>")
RELATIONS = ("BEFORE AFTER INCLUDES IS_INCLUDED DURING DURING_INV SIMULTANEOUS IAFTER IBEFORE IDENTITY BEGINS ENDS BEGUN_BY ENDED_BY").split()


def _random(i, k):
    return (i * 7919 + 13) % k, (i * 104729 + 71) % k


PAIRS = {
    "chain": lambda i, k: (i, i + 1),
    "star": lambda i, k: (0, i + 1),
    "star to": lambda i, k: (i + 1, 0),
    "two stars": lambda i, k: (i % 2, i // 2 + 2),
    "circle": lambda i, k: (i % k, (i + 1) % k),
    "many circles": lambda i, k: (i, i - i % 5 + (i + 1) % 5),
    "jumps": lambda i, k: (i, i + 2 if i % 2 else max(0, i - 3)),
    "far jumps": lambda i, k: (i, (i + k // 2) % k),
    "tree": lambda i, k: (i // 2, i + 1),
    "pairs": lambda i, k: (2 * i, 2 * i + 1),
    "one pair": lambda i, k: (0, 1),
    "random": _random,
    "dense": lambda i, k: (i % max(2, int(k ** 0.5)), i // max(2, int(k ** 0.5)) + 1),
    "both ways": lambda i, k: (i // 2 + i % 2, i // 2 + 1 - i % 2),
    "from the last": lambda i, k: (k - 1, i),
    "itself": lambda i, k: (i, i),
}
VALUES = {"same": lambda i: "2014-05-03", "unlike": lambda i: "%04d-%02d-%02d" % (1700 + i // 336, i // 28 % 12 + 1, i % 28 + 1),
          "open": lambda i: "XXXX-XX-XX", "months": lambda i: "%04d-%02d" % (1700 + i // 12, i % 12 + 1), "lengths": lambda i: "P%dD" % (i + 1)}


def _end(kind, number, instances, first):
    if kind == "t":
        return '%s="t%d"' % ("timeID" if first else "relatedToTime", number + 1)
    return '%s="i%d"' % ("eventInstanceID" if first else "relatedToEventInstance", number * instances)


def fill(pattern, word, n):
    """About n bytes; word(i) is the text of event i."""
    k = max(2, n // 200)
    for _ in range(4):
        pairs = [PAIRS[pattern["pairs"]](i, k) for i in range(k)]
        numbers = sorted({number for pair in pairs for number in pair})
        text = "".join(_document(pattern, word, pairs, numbers))
        k = max(2, int(k * n / len(text.encode())))
    return text


def _document(pattern, word, pairs, numbers):
    instances, ends, relations = pattern["instances"], pattern["ends"], pattern["relations"]
    yield HEAD
    for number in numbers:
        if "e" in ends:
            yield '<EVENT eid="e%d" class="OCCURRENCE">%s</EVENT> ' % (number, word(number))
        if "t" in ends:
            value = VALUES[pattern["values"]](number)
            yield '<TIMEX3 tid="t%d" type="%s" value="%s">then</TIMEX3>. ' % (number + 1, "DURATION" if value.startswith("P") else "DATE", value)
    yield "</TEXT>"
    if "e" in ends:
        for number in numbers:
            for j in range(instances):
                yield '<MAKEINSTANCE eiid="i%d" eventID="e%d" tense="PAST" aspect="NONE" pos="VERB" polarity="POS"/>' % (number * instances + j, number)
    for i, (one, other) in enumerate(pairs):
        yield '<TLINK lid="l%d" %s %s relType="%s"/>' % (i, _end(ends[0], one, instances, True), _end(ends[1], other, instances, False),
                                                        relations[i % len(relations)])
    yield "</TimeML>"
