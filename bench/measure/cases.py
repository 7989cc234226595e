"""Cases of other projects' tests: Microsoft Recognizers-Text, chrono, Duckling, dateparser, timenorm. Each reader makes a
case into {"id", "text", "dct", "wants"}; a case with no wants must find nothing.

Left out, and counted as such, is what states no reading of the text itself: spans without values, time zones alone, results
of an option, a strict mode or a latent one that another case of the same text contradicts, and what `reasons.tsv` beside this
file marks `out`. What that file marks `miss` is judged, and its misses are listed with the reason.
"""
import calendar
import datetime as dt
import glob
import json
import os
import re

from annotated import read_lines
from conventions import BY_RULE, in_zone, whole
from program import batch, parts
from values import DAY, clock, covered, right

# Words that say themselves to which side of now a time lies; without one, projects differ in the side they prefer.
DEICTIC = re.compile(r"\b(last(?! \w+ (of|in)\b)|past|previous|next|coming|this|ago|yesterday|today|tonight|tomorrow|now|current"
                     r"|in(?= (\S+ )?\S*(second|minute|hour|day|week|month|year)s?\b))\b", re.I)


def instant(text):
    """An ISO 8601 instant without its zone, or None."""
    match = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?", text or "")
    try:
        return dt.datetime.fromisoformat(match[1] + ("T" + match[2] if match[2] else "")) if match else None
    except ValueError:
        return None


def minutes(text):
    match = re.match(r"(\d\d):(\d\d)", text)
    return int(match[1]) % 24 * 60 + int(match[2])


# --- Recognizers ---------------------------------------------------------------------------------------------------

def impossible(value):
    """Whether a reading is of a date that no calendar has: 30 February states no date."""
    unresolved = value.get("value") == "not resolved" and value.get("type") in ("date", "datetime", "daterange", "datetimerange")
    return unresolved and (value["type"] in ("date", "datetime") or "PXD" in value.get("timex", ""))


def recognizer_values(result):
    """The readings of a result, as a list of dicts with timex, type, value/start/end; None where it states no time."""
    stated = result.get("Resolution") or result.get("Value")
    if not isinstance(stated, dict) or (result.get("TypeName") or result.get("Type") or "").endswith("timezone"):
        return None
    if isinstance(stated.get("values"), list):
        return [v for v in stated["values"] if not impossible(v)]
    timex = stated.get("Timex") or stated.get("timex")
    if timex is None:
        return None
    values = []
    for side in ("FutureResolution", "PastResolution"):
        flat = {"timex": timex, "Mod": stated.get("Mod")}
        for key, value in (stated.get(side) or {}).items():
            flat["start" if key.startswith("start") else "end" if key.startswith("end") else "value"] = value
        values.append(flat)
    return [v for v in values if not str(v.get("value", "")).startswith("0001-01-01")]


def recognizer_reading(value):
    timex, mod = value.get("timex", ""), value.get("Mod")
    start, end, single = value.get("start"), value.get("end"), value.get("value")
    readings = [{"timex": timex}]
    if part := re.search(r"T(MO|AF|EV|NI)$", timex):
        return readings + [{"part": part[1], "from": instant(start)}]
    if start and end:
        if instant(start) and instant(end):
            readings.append({"within" if mod in ("start", "mid", "end") else "span": (instant(start), instant(end))})
        elif ":" in start and ":" in end:
            readings.append({"clock": (minutes(start), minutes(end))})
    elif start or end:
        edge = start or end
        readings.append({"edge": instant(edge)} if instant(edge) else {"clock": minutes(edge)})
    elif single:
        if instant(single):
            readings.append({"point": instant(single)})
        elif re.fullmatch(r"[\d.]+", single):
            readings.append({"seconds": float(single)})
        elif re.fullmatch(r"\d\d:\d\d:\d\d", single):
            readings.append({"clock": minutes(single)})
    return readings


# Modes of the same model that an option turns on. Each repeats cases of the default mode, by whose values their text is judged.
OPTION_MODE = re.compile(r"DateTimeModel[A-Z]")
# The first resolves each time to the next in the to-do list's future, the second cuts dates and clock times apart at places that
# are no words of the text.
KINDS = r"(Date|DatePeriod|DateTime|DateTimePeriod|Duration|Holiday|Set|Time|TimePeriod|TimeZone)(Extractor|Parser)"
OWN_READING = ("DateTimeModelTasksMode", "DateTimeModelSplitDateAndTime")


def recognizers(folder):
    default, dated = set(), set()
    for path in glob.glob(os.path.join(folder, "*.json")):
        with open(path, encoding="utf-8") as file:
            cases = json.load(file)
        dated |= {case["Input"] for case in cases if case.get("Results")}
        if os.path.basename(path) == "DateTimeModel.json":
            default = {case["Input"] for case in cases}
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        name = os.path.basename(path)[:-5]
        with open(path, encoding="utf-8") as file:
            for number, case in enumerate(json.load(file)):
                wants = []
                if name in OWN_READING or OPTION_MODE.match(name) and case["Input"] in default:
                    continue
                # Of one kind of time the file says, or of one mode, that the text has none of it; elsewhere it has a time.
                if not case.get("Results") and (case["Input"] in dated or re.match(KINDS, name)):
                    continue
                for result in case.get("Results") or []:
                    values = recognizer_values(result)
                    if values:
                        end = result["End"] + 1 if "End" in result else result["Start"] + result["Length"]
                        wants.append({"begin": result["Start"], "end": end, "any": [r for v in values for r in recognizer_reading(v)]})
                if not wants and any(recognizer_values(r) is None for r in case.get("Results") or []):
                    continue  # states spans only
                dct = (case.get("Context") or {}).get("ReferenceDateTime", "2016-11-07T00:00:00")
                yield {"id": "%s-%d" % (name, number), "text": case["Input"], "dct": dct[:19], "wants": wants, "both": False}


# --- chrono --------------------------------------------------------------------------------------------------------

# The hours that chrono gives the parts of a day.
CHRONO_HOURS = {"MO": 6, "MI": 12, "AF": 15, "EV": 20, "NI": 22}


def chrono_side(case, side):
    """A test for the components that the case states of one side, and whether it states any."""
    stated, certain = dict(case.get(side) or {}), case.get(side + "_certain") or {}
    at = instant(case.get(side + "_instant"))
    if at:
        stated = {"year": at.year, "month": at.month, "day": at.day, "hour": at.hour, "minute": at.minute, **stated}
    # Noon stands for "no hour said".
    clock_stated = "hour" in stated and certain.get("hour") is not False and (stated["hour"] != 12 or certain.get("hour"))
    need_clock = clock_stated and not at

    def check(timex):
        if stated.get("year", 1) < 0:  # no Python date holds it
            return timex["value"] == "BC%04d-%02d-%02d" % (-stated["year"], stated["month"], stated["day"])
        span = covered(timex)
        if not span:
            return False
        first = span[0]
        unit = whole(timex["value"])
        if at and unit and unit[1] - unit[0] == 7 * DAY:
            return unit[0] <= at < unit[1]  # an instant in the week
        for key in ("year", "month", "day"):
            if key in stated and certain.get(key) is not False and getattr(first, key) != stated[key]:
                return False
        if "weekday" in stated and first.isoweekday() % 7 != stated["weekday"] % 7:
            return False
        said = clock(timex)
        if said is None:
            part = re.search(r"T([A-Z]{2})$", timex["value"])
            return not need_clock or bool(part) and CHRONO_HOURS.get(part[1]) == stated["hour"]
        return not ("hour" in stated and certain.get("hour") is not False) or said == stated["hour"] * 60 + stated.get("minute", said % 60)
    return (check if stated else None)


def chrono_instant(case):
    """The instant that a case states whole, or None."""
    if "start_instant" in case:
        return instant(case["start_instant"])
    stated = case.get("start") or {}
    if not {"year", "month", "day"} <= set(stated):
        return None
    return dt.datetime(*(stated.get(k, 0) for k in ("year", "month", "day", "hour", "minute", "second")))


def chrono(folder):
    for case in read_lines(os.path.join(folder, "chrono.jsonl")):
        wants = []
        if case["expect"] == "one":
            start, end = chrono_side(case, "start"), chrono_side(case, "end")
            begin = case.get("index", case["text"].find(case["match"]) if case.get("match") else 0)
            last = begin + len(case["match"]) if case.get("match") else len(case["text"])

            def test(timexes, start=start, end=end):
                timexes = [t for t in timexes if t["type"] in ("DATE", "TIME")] or timexes
                if end is None:
                    return start is None or any(start(t) for t in timexes)
                ends = dict(timexes[-1], earliest=timexes[-1].get("latest"))
                return (start is None or start(timexes[0])) and (end(timexes[-1]) or len(timexes) == 1 and end(ends))
            readings = [{"check": test}]
            if end is None and (at := chrono_instant(case)):
                readings += [{"away": at}, {"point": at}]
            wants.append({"begin": begin, "end": last, "any": readings})
        elif case["mode"] == "chrono.strict":
            continue  # says what that mode will not read, not what the text says
        if case.get("options") or case["mode"].endswith(".GB"):
            continue
        yield {"id": case["id"], "text": case["text"], "dct": (case.get("ref") or "")[:19] or None, "wants": wants, "both": True}


# --- Duckling ------------------------------------------------------------------------------------------------------

def grain_end(start, grain):
    if grain == "Year":
        return start.replace(year=start.year + 1)
    if grain in ("Month", "Quarter"):
        month = start.month + (1 if grain == "Month" else 3)
        return start.replace(year=start.year + (month - 1) // 12, month=(month - 1) % 12 + 1)
    return start + {"Week": 7 * DAY, "Day": DAY, "Hour": DAY / 24, "Minute": DAY / 1440, "Second": DAY / 86400}[grain]


DUCKLING_PARTS = {(4, 12): "MO", (0, 12): "MO", (12, 19): "AF", (18, 24): "EV", (20, 24): "NI", (12, 17): "AF", (0, 9): "MO"}


def duckling_readings(case):
    """What an English case, or one of another language brought into its shape, states; [] where it states no time."""
    kind = case["kind"]
    if kind == "nothing":
        return []
    grain = case["grain"]
    if "Open" in kind:
        return [{"edge": instant(case["value"])}]
    if "Interval" not in kind:
        first = instant(case["value"])
        return [{"span": (first, grain_end(first, grain))}] + [{"point": first}] * (grain in ("Hour", "Minute", "Second"))
    first, last = instant(case["from"]), instant(case["to"])
    readings = [{"span": (first, last)}]
    if first == instant(case["ref"]) and re.match(r"(by|until|till|before)\b", case["text"]):
        readings.append({"edge": last})  # the word is no part of a TIMEX3
    if (first.weekday(), first.hour, last.weekday(), last.hour) == (4, 18, 0, 0):
        readings.append({"span": (first + DAY / 4, last)})  # weekends begin on Friday evening there
    if grain in ("Minute", "Hour"):  # an end named with its own minute or hour
        readings.append({"span": (first, last - grain_end(first, grain) + first)})
    if part := DUCKLING_PARTS.get((first.hour, last.hour or 24)):
        readings += [{"part": p, "from": first} for p in {part, "NI" if part == "EV" else part}]
    return readings


def duckling(folder):
    for case in read_lines(os.path.join(folder, "duckling.jsonl")):
        if case.get("latent"):
            continue  # found by a lenient mode alone
        readings = duckling_readings(case)
        wants = [{"begin": 0, "end": len(case["text"]), "any": readings}] if readings else []
        yield {"id": case["id"], "text": case["text"], "dct": case["ref"][:19], "wants": wants, "both": True, "zone": -120}


# --- dateparser and timenorm ---------------------------------------------------------------------------------------

def dateparser(folder):
    for case in read_lines(os.path.join(folder, "dateparser.jsonl")):
        wants, end = [], 0
        for match in case["matches"]:
            begin = case["text"].find(match["text"], end)
            end = begin + len(match["text"])
            wants.append({"begin": begin, "end": end, "any": [{"point": instant(match["value"])}]})
        yield {"id": case["id"], "text": case["text"], "dct": (case.get("ref") or "")[:19] or None, "wants": wants, "both": True}


PERIODS = {"YEARS": 365 * 86400, "MONTHS": 30 * 86400, "WEEKS": 7 * 86400, "DAYS": 86400, "HOURS": 3600, "MINUTES": 60, "SECONDS": 1}


def timenorm(folder):
    for case in read_lines(os.path.join(folder, "timenorm.jsonl")):
        if "period" in case:
            readings = [{"seconds": float(sum(PERIODS[u] * n for u, n in case["period"].items()))}] if all(
                u in PERIODS for u in case["period"]) else []
        else:
            readings = [{"timex": case.get("value")}]
        if readings:
            wants = [{"begin": 0, "end": len(case["text"]), "any": readings}]
            yield {"id": case["id"], "text": case["text"], "dct": case.get("ref"), "wants": wants, "both": True}


# --- the judge -----------------------------------------------------------------------------------------------------

def moved(timex, years=0, days=0):
    """The timex as it would be on the other side of now."""
    def move(text):
        at = dt.datetime.fromisoformat(text)
        if years:
            last = at.day == calendar.monthrange(at.year, at.month)[1]
            at = at.replace(year=at.year + years, day=1)
            length = calendar.monthrange(at.year, at.month)[1]
            at = at.replace(day=length if last else min(dt.datetime.fromisoformat(text).day, length))
        at += dt.timedelta(days=days)
        return at.isoformat() if "T" in text else at.date().isoformat()
    try:
        return dict(timex, earliest=move(timex["earliest"]), latest=move(timex["latest"]))
    except (KeyError, ValueError, OverflowError, TypeError):
        return timex


def preferences(case, timexes):
    """What we found and, where the text does not say to which side of now it lies, the other sides."""
    yield "right", timexes
    if case["both"] and not case.get("deictic", DEICTIC).search(case["text"]):
        by_rule = any(BY_RULE.search(t.get("tree", "")) for t in timexes)
        for years, days in ((1, 0), (-1, 0), (0, 7), (0, -7), (0, 1), (0, -1)) + ((0, 364), (0, -364), (0, 371), (0, -371)) * by_rule:
            yield "right on the other side of now", [moved(t, years, days) for t in timexes]


TIE = re.compile(r"\s+(before|prior to|to|after|from|following|since)\s+", re.I)
# The same of the other languages.
TIES_ELSEWHERE = ((re.compile(r"\s+(vor|antes del?|avant|до)\s+", re.I), "before"),
                  (re.compile(r"\s+(nach|ab|seit|después del?|desde|a partir del?|après|depuis|à partir d[ue]|после|від|після)\s+", re.I), "after"))


def with_ties(text, timexes):
    """The timexes, of which each that a word ties to the length before it says so: "three weeks after 4 May"."""
    out = [dict(t) for t in timexes]
    for before, after in zip(out, out[1:]):
        between = text[before["span"]["end"]:after["span"]["begin"]]
        if match := TIE.fullmatch(between):
            after["tie"] = match[1].lower()
        for words, tie in TIES_ELSEWHERE:
            if words.fullmatch(between):
                after["tie"] = tie
    return out


def verdict(case, timexes):
    timexes = with_ties(case["text"], timexes)
    if not case["wants"]:
        return "right" if not timexes else "spurious"
    reference = instant(case["dct"]) if case["dct"] else None
    if "zone" in case:
        timexes = [in_zone(t, case["zone"]) for t in timexes]
    for name, found in preferences(case, timexes):
        if all(right(want, found, reference) for want in case["wants"]):
            return name
    return "wrong" if timexes else "missed"


def reasons():
    """The lines of reasons.tsv: kind, class, a pattern that a whole text must match, and the reason in words."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reasons.tsv"), encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(kind, name, re.compile(pattern, re.I | re.S)) for kind, name, pattern, _ in rows]


REASONS = reasons()


def reason(kind, case):
    """The class of the first line of that kind in reasons.tsv which the text of the case meets, or None."""
    return next((name for k, name, pattern in REASONS if k == kind and pattern.search(case["text"])), None)


def judge(program, cases):
    """The rows of the table that these cases make."""
    answers = batch(program, [{k: c[k] for k in ("id", "text", "dct", "lang") if c.get(k)} for c in cases], "json")
    counts = {}
    for case, answer in zip(cases, answers):
        timexes = answer.get("timexes", [])
        said = verdict(case, timexes)
        for part in parts(case["text"]):
            row = counts.setdefault(part, {"dates": 0, "right": 0, "side": 0, "quiet": 0, "nothing": 0, "errors": []})
            row["dates" if case["wants"] else "nothing"] += 1
            row["right" if case["wants"] else "quiet"] += said.startswith("right")
            row["side"] += said == "right on the other side of now"
            if not said.startswith("right"):
                row["errors"].append("\t".join([case["id"], said, "dct %s" % case["dct"], case["text"].replace("\n", " "),
                                                "expected " + "; ".join(shown(w, case["text"]) for w in case["wants"]),
                                                "got " + "; ".join("%r %s" % (t["text"], t["value"]) for t in timexes),
                                                "reason " + (reason("miss", case) or "open")]))
    return {part: (r["dates"] + r["nothing"], figures(r), r["errors"]) for part, r in counts.items()}


def judged(reader):
    def rows(program, shared, corpus):
        folder = os.path.join(shared, "corpora", "recognizers" if corpus == "recognizers" else "datecases")
        if not os.path.isdir(folder):
            return None
        return judge(program, [c for c in reader(folder) if not reason("out", c)])
    return rows


def shown(want, text):
    readings = [" ".join("%s %s" % (k, "/".join(map(str, v)) if isinstance(v, tuple) else v) for k, v in r.items())
                for r in want["any"] if "check" not in r]
    return "%r %s" % (text[want["begin"]:want["end"]], " | ".join(dict.fromkeys(readings)))


def figures(row):
    share = "right %6.2f of %d" % (100 * row["right"] / row["dates"], row["dates"]) if row["dates"] else "none states a time"
    if row["side"]:
        share += " (%d by the other side of now)" % row["side"]
    return share + ("  quiet %d of %d" % (row["quiet"], row["nothing"]) if row["nothing"] else "")


CORPORA = {r.__name__: judged(r) for r in (recognizers, chrono, duckling, dateparser, timenorm)}
