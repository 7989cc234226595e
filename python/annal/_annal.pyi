from typing import List, Sequence, Tuple, TypedDict

__version__: str

class _Step(TypedDict):
    words: str
    rule: str
    trust: float

class _Proof(TypedDict):
    a: int
    b: int
    verdict: str
    trust: float
    summary: str
    text: str
    steps: List[_Step]

class Built:
    problems: List[Tuple[int, bool, str]]
    faults: List[str]
    def render(self, display: str) -> bytes: ...
    def find(self, name: str) -> int: ...
    def why(self, a: str, b: str) -> _Proof: ...

class _BatchResult(TypedDict):
    documents: int
    bad: int
    already_there: int

def build(request: str, texts: Sequence[bytes]) -> Built: ...
def dates(request: str, texts: Sequence[bytes]) -> bytes: ...
def format_of(stated: str, path: str) -> str: ...
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
) -> _BatchResult: ...
