"""What is known of one event, as values that do not change."""
from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Tuple


@dataclass(frozen=True)
class Moments:
    """The first and the last moment at which something may begin or end, in ISO 8601: "2016-11-14", "-0043-03-15T12:00:00".

    None: the text sets no limit on this side. Year 0 is 1 BC.
    """

    earliest: Optional[str] = None
    latest: Optional[str] = None


@dataclass(frozen=True)
class Account:
    """One of several dates that the documents state of an event."""

    when: str
    earliest: Optional[datetime.date]
    latest: Optional[datetime.date]
    sources: Tuple[str, ...]  #: the documents that state it


@dataclass(frozen=True, repr=False)
class Event:
    """One happening that the text reports.

    `earliest` and `latest` are the first and the last day on which it may have been. They are None where the text leaves that side
    open, and where the day lies outside the years 1 to 9999, which datetime.date cannot hold: `start` and `end` have every day as text.
    """

    id: str  #: "e3"
    title: str  #: who did what
    when: str  #: its date for people, in the language of the text; "" where it has none
    earliest: Optional[datetime.date]
    latest: Optional[datetime.date]
    start: Moments  #: when it may begin
    end: Moments  #: when it may end
    edtf: str  #: its date in EDTF (ISO 8601-2); "" where it has none
    precision: str  #: "day", "month", "year", ...; "" where it has no date
    status: str  #: "fact", "reported", "alleged", "expected", "conditional" or "denied"
    source: str  #: who reports, alleges or denies it, in the words of the text; "" where nobody is named
    certainty: float  #: how sure its date is, from 0 to 1
    salience: float  #: how much it deserves a place in a picture, from 0 to 1
    shown: bool  #: whether pictures show it
    words: str  #: its head word; "" where the text does not tell of it
    sentence: str  #: the sentence that tells of it
    span: Tuple[int, int]  #: the place of `words` in the text of its first document, in characters
    sources: Tuple[str, ...]  #: the names of the documents that tell of it
    actor: str  #: whom it is about; "" where that is not certain
    place: str  #: where it was; "" where that is not certain
    accounts: Tuple[Account, ...]  #: what the documents say of its date where they do not agree
    position: int  #: its place on a picture, which claims nothing
    rank: int  #: of two events of different rank, the one of the lower provably begins first
    precedes: Tuple[str, ...]  #: ids of events that it provably begins before
    json: Dict[str, Any] = field(compare=False)  #: all of it, as in the JSON timeline

    def __repr__(self) -> str:
        return "<annal.Event %s: %s%s>" % (self.id, self.when + ", " if self.when else "", self.title)


def day_of(moment: Optional[str]) -> Optional[datetime.date]:
    """The day of a moment in ISO 8601; None where datetime.date cannot hold it.

    >>> day_of("2016-11-14T09:30:00")
    datetime.date(2016, 11, 14)
    >>> day_of("-0043-03-15") is None
    True
    """
    if moment is None or moment.startswith("-") or moment[4] != "-":
        return None
    year, month, day = moment[:10].split("-")
    return datetime.date(int(year), int(month), int(day)) if int(year) else None


def moments_of(bounds: Dict[str, Any]) -> Moments:
    return Moments(bounds.get("earliest"), bounds.get("latest"))


def words_at(documents: List[Dict[str, Any]], span: Optional[Dict[str, int]]) -> str:
    """The words of a span, in one line."""
    if span is None:
        return ""
    text = documents[span.get("document", 0)]["text"]
    return " ".join(text[span["begin"]:span["end"]].split())


def name_of(documents: List[Dict[str, Any]], index: int) -> str:
    return documents[index].get("id", "")


def account_of(account: Dict[str, Any], documents: List[Dict[str, Any]]) -> Account:
    sources = sorted({mention.get("document", 0) for mention in account["mentions"]})
    return Account(
        when=account.get("when", ""),
        earliest=day_of(account["start"].get("earliest")),
        latest=day_of(account["end"].get("latest")),
        sources=tuple(name_of(documents, source) for source in sources),
    )


def event_of(event: Dict[str, Any], documents: List[Dict[str, Any]]) -> Event:
    """The event of the JSON timeline whose texts are those of `documents`."""
    start, end, groups = moments_of(event["start"]), moments_of(event["end"]), event.get("groups", {})
    sources = event.get("sources", [event["span"].get("document", 0)])
    return Event(
        id=event["id"],
        title=event["title"],
        when=event.get("when", ""),
        earliest=day_of(start.earliest),
        latest=day_of(end.latest),
        start=start,
        end=end,
        edtf=event.get("edtf", ""),
        precision=event.get("precision", ""),
        status=event["factuality"],
        source=event.get("source", ""),
        certainty=event["certainty"],
        salience=event["salience"],
        shown=event["shown"],
        words=event["text"],
        sentence=words_at(documents, event.get("sentence")),
        span=(event["span"]["begin"], event["span"]["end"]),
        sources=tuple(name_of(documents, source) for source in sources),
        actor=groups.get("actor", ""),
        place=groups.get("place", ""),
        accounts=tuple(account_of(account, documents) for account in event.get("accounts", [])),
        position=event["position"],
        rank=event["rank"],
        precedes=tuple(event["precedes"]),
        json=event,
    )
