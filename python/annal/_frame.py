"""Events as a table of pandas, which only who asks for one needs."""
from __future__ import annotations

import re
from typing import Any, Dict, Optional, Sequence

import pandas

from ._event import Event

COLUMNS = ("title", "when", "precision", "status", "source", "actor", "place", "certainty", "salience", "shown", "sentence", "sources")


def period_of(moment: Optional[str]) -> Any:
    """The day of a moment in ISO 8601, in any year.

    >>> period_of("-0043-03-15").year
    -43
    """
    if moment is None:
        return pandas.NaT
    match = re.match(r"(-?\d+)-(\d\d)-(\d\d)", moment)
    assert match is not None
    year, month, day = (int(part) for part in match.groups())
    return pandas.Period(year=year, month=month, day=day, freq="D")


def frame_of(events: Sequence[Event]) -> "pandas.DataFrame":
    ids = pandas.Index([event.id for event in events], name="id", dtype=object)
    columns: Dict[str, Any] = {name: [getattr(event, name) for event in events] for name in COLUMNS}
    frame = pandas.DataFrame(columns, index=ids)
    for place, (name, moments) in enumerate(
        [("earliest", [event.start.earliest for event in events]), ("latest", [event.end.latest for event in events])]
    ):
        frame.insert(2 + place, name, pandas.Series([period_of(moment) for moment in moments], index=ids, dtype="period[D]"))
    return frame
