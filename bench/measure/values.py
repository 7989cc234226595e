"""When the time expressions that annal found say what a case expects.

A want is a dict: what one expression of the case means, in the terms of the project that the case is from.
  begin, end    the position in the text, [begin, end) in code points
  any           the readings, of which one must be met; each a dict with one of
    span        (from, to): the time covered, `to` exclusive
    point       a datetime: a day if it is midnight and we name a day, else an instant
    edge        a datetime: a time open to one side, of which the bound must be met
    clock       minutes since midnight, or a pair of them
    seconds     a length
    timex       a TIMEX3 value, where the case states nothing more
    check       a function of (timexes) for what none of these says
"""
import datetime as dt
import re

from conventions import counted_to, feast_of, part_of_unit, same_value, tied

DAY = dt.timedelta(days=1)
PART = re.compile(r"T(MO|MI|AF|EV|NI|DT)$")


def moment(text, late=False):
    """An ISO 8601 day or instant; `late`: its exclusive end."""
    try:
        value = dt.datetime.fromisoformat(text)
    except (ValueError, TypeError):
        return None
    if not late:
        return value
    try:
        return value + (DAY if "T" not in text else dt.timedelta(seconds=1))
    except OverflowError:
        return None


def covered(timex):
    """(from, to exclusive) of a timex as annal resolved it, or None."""
    start, end = moment(timex.get("earliest")), moment(timex.get("latest"), late=True)
    return (start, end) if start and end else None


def seconds(value):
    """The length of an ISO 8601 duration in seconds, with years of 365 and months of 30 days; None where it has none."""
    match = re.fullmatch(r"P((?:[\d.]+(?:DE|CE|[YQMWD]))*)(?:T((?:[\d.]+[HMS])+))?", value)
    if not match or value == "P":
        return None
    total = 0.0
    for part, letters in ((match[1], {"Y": 365 * 86400, "Q": 91 * 86400, "M": 30.44 * 86400, "W": 7 * 86400, "D": 86400, "DE": 3650 * 86400, "CE": 36500 * 86400}),
                          (match[2], {"H": 3600, "M": 60, "S": 1})):
        for count, unit in re.findall(r"([\d.]+)([A-Z]+)", part or ""):
            total += float(count) * letters[unit]
    return total


def clock(timex):
    match = re.search(r"T(\d\d)(?::(\d\d))?", timex["value"])
    return int(match[1]) % 24 * 60 + int(match[2] or 0) if match and not timex["value"].startswith("P") else None


def meets_point(want, timexes, reference):
    for timex in timexes:
        span = covered(timex)
        if timex["value"] == "PRESENT_REF" and want == reference:
            return True
        if not span:
            continue
        if span[0] == want or span[0] == want.replace(second=0, microsecond=0) and clock(timex) is not None:
            return True
    return False


def starts(want, timex, reference):
    span = covered(timex)
    if timex["value"] == "PRESENT_REF":
        return want == reference or want.date() == reference.date()
    return bool(span) and span[0] == want


def meets_span(want, timexes, reference):
    first, last = want
    for timex in timexes:
        span = covered(timex)
        if span == (first, last) or span and span[0] == first and last - first <= dt.timedelta(minutes=61) and clock(timex) is not None:
            return True
        # A length laid against a moment that the text gives.
        if timex["type"] == "DURATION" and timex.get("anchor"):
            length = seconds(timex["value"])
            if length and abs((last - first).total_seconds() - length) <= length / 50:
                return True
    # Two expressions: where it begins and where it ends.
    if len(timexes) > 1:
        two = covered(timexes[-1])
        # A beginning and a length, in either order: "a week from tomorrow", "tomorrow for a week".
        if any(starts(first, t, reference) for t in timexes) and any(seconds(t["value"]) and abs((last - first).total_seconds() - seconds(t["value"])) <= seconds(t["value"]) / 50
                                                                     for t in timexes if t["type"] == "DURATION"):
            return True
        begins = starts(first, timexes[0], reference)
        if begins and two and last in (two[0], two[1], two[1] - DAY):
            return True
    return False


def meets_length(until, timexes, reference):
    """A length counted from now: TIMEX3 marks "in two weeks" and "within an hour" as a DURATION, whose value is its length."""
    lengths = [(-1 if t.get("tree", "").startswith("past_length") else 1) * (seconds(t["value"]) or 0) for t in timexes if t["type"] == "DURATION"]
    if not reference:
        return False
    # Of days and more, the hour of now does not count.
    away = [(until - reference).total_seconds(), (until - reference.replace(hour=0, minute=0, second=0)).total_seconds()]
    return any(n and abs(a - n) <= max(abs(n) / 50, 60) for n in lengths for a in (away if abs(n) >= 86400 else away[:1]))


def meets_edge(want, timexes, reference):
    if any("tie" in b and tied(a, b) == want for a, b in zip(timexes, timexes[1:])):
        return True
    return any(want in (covered(t) or ()) or t["value"] == "PRESENT_REF" and want == reference for t in timexes)


def meets_part(part, first, timexes):
    """A part of a day: projects differ in its hours, so the day and the part's name decide."""
    for timex in timexes:
        match, span = PART.search(timex["value"]), covered(timex)
        if match and match[1] == part and (first is None or span and span[0].date() == first.date()):
            return True
    return False


def met(reading, timexes, reference):
    if "part" in reading:
        return meets_part(reading["part"], reading.get("from"), timexes)
    if "point" in reading:
        at = reading["point"]
        if any(counted_to(t, at) or part_of_unit(t, at, at) or feast_of(t, at) for t in timexes):
            return True
        if any("tie" in b and tied(a, b) == at for a, b in zip(timexes, timexes[1:])):
            return True
        return meets_point(at, timexes, reference) or meets_length(at, timexes, reference)
    if "away" in reading:
        return meets_length(reading["away"], timexes, reference)
    if "span" in reading:
        first, last = reading["span"]
        if any(part_of_unit(t, first, last) or counted_to(t, first) or feast_of(t, first) for t in timexes):
            return True
        return meets_span(reading["span"], timexes, reference) or meets_length(last if first == reference else first, timexes, reference)
    if "edge" in reading:
        return meets_edge(reading["edge"], timexes, reference)
    if "clock" in reading:
        want, got = reading["clock"], [c for c in map(clock, timexes) if c is not None]
        lengths = [seconds(t["value"]) for t in timexes if t["type"] == "DURATION"]
        if not isinstance(want, int) and len(got) == 1 and lengths and lengths[0]:
            got.append(int(got[0] + lengths[0] / 60))
        return want in got if isinstance(want, int) else bool(got) and got[0] == want[0] and got[-1] == want[1]
    if "within" in reading:
        first, last = reading["within"]
        spans = [s for s in map(covered, timexes) if s]
        if any(part_of_unit(t, first, last) for t in timexes):
            return True
        return any(s[0] <= first and last <= s[1] and (s[1] - s[0]) <= 5 * (last - first) for s in spans)
    if "seconds" in reading:
        got = [seconds(t["value"]) for t in timexes if t["type"] == "DURATION"]
        return any(g is not None and abs(g - reading["seconds"]) <= reading["seconds"] / 50 for g in got)
    if "timex" in reading:
        return any(same_value(reading["timex"], t["value"]) for t in timexes)
    return reading["check"](timexes)


def right(want, timexes, reference):
    """Whether the timexes that overlap the span of `want` meet one of its readings."""
    here = [t for t in timexes if t["span"]["begin"] < want["end"] and want["begin"] < t["span"]["end"]]
    return any(met(reading, here, reference) for reading in want["any"]) if here else False
