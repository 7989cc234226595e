import datetime
from typing import List, Optional, Sequence, Tuple, TypedDict, Union

__version__: str

class Span(TypedDict):
    begin: int
    end: int

class _Dct(TypedDict, total=False):
    value: str
    source: str
    reason: str

class Document(TypedDict, total=False):
    id: str
    title: str
    url: str
    language: str
    dct: _Dct
    text: str
    blocks: List[Block]

class Block(TypedDict):
    kind: str
    span: Span

class Timex(TypedDict, total=False):
    id: str
    span: Span
    text: str
    type: str
    value: str
    mod: str
    quant: str
    freq: str
    edtf: str
    earliest: str
    latest: str
    frame: str
    low: int
    high: int
    anchor: str
    relative: bool
    reading: str
    tree: str

class _Bounds(TypedDict, total=False):
    earliest: str
    latest: str
    frame: str
    low: int
    high: int

class EventDate(_Bounds, total=False):
    relation: str
    mod: str
    value: str
    guess: bool

class _Argument(TypedDict):
    role: str
    span: Span
    text: str

class Argument(_Argument, total=False):
    name: str

class Event(TypedDict, total=False):
    id: str
    span: Span
    text: str
    lemma: str
    title: str
    tense: str
    aspect: str
    polarity: str
    modality: str
    pos: str
    factuality: str
    source: str
    salience: float
    certainty: float
    shown: bool
    arguments: List[Argument]
    lane: str
    start: _Bounds
    end: _Bounds
    edtf: str
    precision: str
    when: str
    date: EventDate
    sentence: Span
    mentions: List[Span]
    timexes: List[str]
    position: int
    rank: int
    precedes: List[str]

Relation = TypedDict(
    "Relation",
    {"from": str, "to": str, "type": str, "origin": str, "rule": str, "trust": float, "evidence": Span},
    total=False,
)

class Timeline(TypedDict):
    schema: str
    version: int
    generator: str
    documents: List[Document]
    timexes: List[Timex]
    events: List[Event]
    relations: List[Relation]
    conflicts: List[dict]
    warnings: List[dict]

class BatchResult(TypedDict):
    documents: int
    bad: int
    already_there: int

_Day = Union[str, datetime.date, datetime.datetime, None]

def timeline(
    text: Union[str, bytes],
    dct: _Day = None,
    *,
    title: Optional[str] = None,
    id: str = "",
    url: str = "",
    lang: str = "auto",
) -> Timeline: ...
def dates(
    text: Union[str, bytes],
    dct: _Day = None,
    *,
    title: Optional[str] = None,
    id: str = "",
    url: str = "",
    lang: str = "auto",
) -> List[Timex]: ...
def batch(
    files: Sequence[str],
    into: str,
    shard: Tuple[int, int] = (1, 1),
    *,
    jobs: int = 1,
    format: str = "json",
    part: int = 10000,
    compress: str = "",
    lang: str = "auto",
) -> BatchResult: ...
