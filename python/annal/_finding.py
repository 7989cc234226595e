"""What a timeline finds besides events: proofs, contradictions, and corrections that do not fit."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

from ._event import Event, words_at


@dataclass(frozen=True)
class ProofStep:
    """One piece of evidence of a proof."""

    words: str  #: of the text; "" where it is arithmetic
    rule: str
    trust: float


@dataclass(frozen=True)
class Proof:
    """How two events lie, and why. `print` it for the whole proof, with the place of each piece of evidence."""

    a: Event
    b: Event
    verdict: str  #: "before", "starts before", "together", "starts after", "after" or "unknown"
    trust: float  #: of its weakest step; 0 where nothing is known
    summary: str  #: in one line
    steps: Tuple[ProofStep, ...]
    text: str

    def __str__(self) -> str:
        return self.text.rstrip("\n")


@dataclass(frozen=True)
class Conflict:
    """Statements that cannot all be true."""

    reason: str  #: the contradiction in words
    event: Optional[str]  #: the id of the event on whose date documents disagree; its `accounts` say how
    words: Tuple[str, ...]  #: of the text that contradicts itself


@dataclass(frozen=True)
class EditProblem:
    """What is told of a correction, with the remedy."""

    line: int  #: of the edits
    message: str
    note: bool  #: it is carried out, but the text says otherwise; else it could not be carried out


def conflict_of(conflict: Dict[str, Any], documents: List[Dict[str, Any]]) -> Conflict:
    words = dict.fromkeys(words_at(documents, claim.get("evidence")) for claim in conflict["cycle"])
    return Conflict(reason=conflict["reason"], event=conflict.get("event"), words=tuple(filter(None, words)))
