"""Two ways of writing one time: what other projects state in a form of their own, and when ours says the same.

TIMEX3 writes "early May" as the month with a mod, "two years ago" as a year, "in the evening" as a part of the day and
"the next two weeks" as a length from now; others state an instant or bounds of their own. Each function below says of one
such difference whether a timex of ours says what the other project means; none is looser than the words are.
"""
import datetime as dt
import re

DAY = dt.timedelta(days=1)
OFFSET = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:(Z)|([+-])(\d\d):(\d\d))$")
COUNTED = re.compile(r"(ago|hence|earlier|later|before|after)\(")
# A recurring day that is not the same day of every year: the next one is 52 or 53 weeks away.
BY_RULE = re.compile(r"(nth|easter|last_of|nth_unit)\(")


def whole(value):
    """(from, to exclusive) of the year, half, quarter, month, week or day that a value names, whatever its mod; or None."""
    match = re.fullmatch(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q(\d)|H(\d)))?", value)
    if not match:
        return None
    year, month, day, week, quarter, half = (int(g) if g else None for g in match.groups())
    try:
        if week:
            first = dt.datetime.fromisocalendar(year, week, 1)
            return first, first + 7 * DAY
        if day:
            return dt.datetime(year, month, day), dt.datetime(year, month, day) + DAY
        first, months = (month, 1) if month else (quarter * 3 - 2, 3) if quarter else (half * 6 - 5, 6) if half else (1, 12)
        last = first + months
        return dt.datetime(year, first, 1), dt.datetime(year + (last > 12), last - 12 * (last > 12), 1)
    except ValueError:
        return None


def part_of_unit(timex, first, last):
    """"Late March": projects differ in its bounds; the unit, and the end of it that is meant, decide."""
    unit, mod = whole(timex["value"]), timex.get("mod")
    if first == last and unit and mod == "END":
        return last == unit[1] - dt.timedelta(seconds=1)  # the end of a day as its last second
    if not unit or mod not in ("START", "MID", "END") or first < unit[0] or last > unit[1] or (first, last) == unit:
        return False
    return first == unit[0] if mod == "START" else last == unit[1] if mod == "END" else first < unit[0] + (unit[1] - unit[0]) / 2 < last


def counted_to(timex, at):
    """"Three weeks ago": TIMEX3 keeps the unit that was counted in, others the day or the hour in it."""
    unit = whole(timex["value"])
    return bool(COUNTED.search(timex.get("tree", ""))) and bool(unit) and unit[0] <= at < unit[1]


def feast_of(timex, at):
    """Feasts of the Hebrew calendar begin at the sundown before, and those of the Islamic one with the sighting of the moon, so that
    two calendars may tell them a day apart."""
    day, tree = whole(timex["value"]), timex.get("tree", "")
    if not day or not re.search(r"(hebrew|islamic)\(", tree):
        return False
    away = (at - day[0]).days
    return -1 <= away <= (1 if "islamic" in tree else 0)


def tied(first, second):
    """"Three weeks after 4 May": TIMEX3 marks the length and the date; the day or clock time they come to, or None. `first`
    is a DURATION that the text ties to `second` by the word between them."""
    match = re.fullmatch(r"P(T?)(\d+)([YMWDH])", first["value"])
    base = whole(second["value"][:10])
    if not match or not base or first["type"] != "DURATION":
        return None
    clock, count, unit = match[1], int(match[2]) * (-1 if second["tie"] in ("before", "prior to", "to") else 1), match[3]
    at = base[0]
    if clock:
        at = dt.datetime.fromisoformat(second["earliest"])
        return at + dt.timedelta(hours=count) if unit == "H" else at + dt.timedelta(minutes=count)
    if unit in "DW":
        return at + count * DAY * (7 if unit == "W" else 1)
    months = at.year * 12 + at.month - 1 + count * (12 if unit == "Y" else 1)
    try:
        return at.replace(year=months // 12, month=months % 12 + 1)
    except ValueError:
        return None


def in_zone(timex, minutes):
    """The timex with its bounds told in the zone `minutes` east of UTC, where it states a zone of its own."""
    match = OFFSET.search(timex["value"])
    if not match:
        return timex
    east = 0 if match[1] else (-1 if match[2] == "-" else 1) * (int(match[3]) * 60 + int(match[4]))
    try:
        move = dt.timedelta(minutes=minutes - east)
        return dict(timex, **{k: (dt.datetime.fromisoformat(timex[k]) + move).isoformat() for k in ("earliest", "latest")})
    except (KeyError, ValueError, OverflowError):
        return timex


def same_value(dialect, value):
    """Whether a value in the dialect of Recognizers-Text is our value: T15 and T15:00, P1WE, WI, P0.5Y."""
    if dialect == value:
        return True
    if re.fullmatch(r"(XXXX-WXX-\d)?T\d\d(:\d\d)?", dialect):
        clock = dialect if ":" in dialect else dialect + ":00"
        return value == clock or dialect[0] == "T" and value == "XXXX-XX-XX" + clock
    if dialect in ("SP", "SU", "FA", "WI"):
        return value.endswith("-" + dialect)
    return value == {"P1WE": "XXXX-WXX-WE", "P0.5Y": "P6M", "P3M": "P1Q"}.get(dialect)
