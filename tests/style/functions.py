"""Where the functions of a C++ or Python text begin and end.

C++ is not parsed, but read by its brackets: comments, literals and preprocessor lines are blanked, and what stands before a `{` outside of all
functions says whether it opens a namespace, a type, an initialiser or a function. A lambda belongs to the function it stands in.
"""

import ast
import re
from typing import NamedTuple


class Function(NamedTuple):
    name: str
    first: int  # the line of its signature, from 1
    last: int  # the line of its closing brace

    @property
    def lines(self) -> int:
        return self.last - self.first + 1


NOT_CODE = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:[^"\\\n]|\\.)*"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+'"""
    r"|^[ \t]*\#(?:[^\n\\]|\\.)*",
    re.DOTALL | re.MULTILINE,
)
TYPE = re.compile(r"^(?:template\b.*>\s*)?(?:typedef\s+)?(?:class|struct|union|enum)\b")
LAMBDA = re.compile(r"\[[^\[\]]*\]\s*(?:\(\))?\s*(?:mutable|noexcept|->[\w\s:<>*&]+)?\s*$")
LABEL = re.compile(r"\s*(?:(?:public|private|protected)\s*:\s*)*")


def blanked(text: str) -> str:
    """`text` with a space for each character that is not code; lines stay where they are, and "x" is left of a literal."""

    def blank(match: re.Match) -> str:
        found = match.group()
        spaces = re.sub(r"[^\n]", " ", found)
        return '"' + spaces[1:] if found[0] in "R\"'" else spaces

    return NOT_CODE.sub(blank, text)


def without_brackets(text: str) -> str:
    """`text` with each outermost (...) reduced to ()."""
    depth, out = 0, []
    for char in text:
        if char == ")":
            depth -= 1
        if depth == 0:
            out.append(char)
        if char == "(":
            depth += 1
    return "".join(out)


def opens_function(head: str) -> bool:
    """Whether a `{` after `head`, the text since the last statement or bracket, begins the body of a function."""
    head = LABEL.sub("", without_brackets(head).strip(), 1)
    if LAMBDA.search(head):
        return True
    if "()" not in head or head.startswith("namespace") or TYPE.match(head) and not head.endswith(")"):
        return False
    declared, _, initialisers = re.sub(r"::", "  ", head).partition(") :")
    if initialisers:  # of members: a body follows the last `)` or `}`, a value its member's name
        return initialisers.rstrip()[-1] in ")}"
    return "=" not in re.sub(r"operator\s*[^\s(]+|<[^()]*>", "", declared)


def name_of(head: str) -> str:
    """The name that a function's signature gives it; for a test its first words."""
    found = re.search(r"([\w:~]+|operator\s*\S+?)\s*\(", LABEL.sub("", head.strip(), 1))
    return found.group(1) if found else "(lambda)"


def functions_of_cpp(text: str) -> list[Function]:
    """The functions of a C++ text in order. Those within a function (lambdas, local types) count as its lines."""
    code, found = blanked(text), []
    stack: list[tuple[str, int]] = []  # what each open brace began ("body", "scope", "value") and where its head starts
    start = 0  # of the head: the first character after the last statement or bracket
    for at, char in enumerate(code):
        inside = any(kind != "scope" for kind, _ in stack)
        if char == "{":
            kind = "value" if inside else "body" if opens_function(code[start:at]) else "scope"
            if kind == "scope" and re.search(r"[=,(\w\]]\s*$", code[start:at]) and is_value(code[start:at]):
                kind = "value"
            stack.append((kind, start))
            if kind != "value":
                start = at + 1
        elif char == "}" and stack:
            kind, head = stack.pop()
            if kind == "body" and not any(k != "scope" for k, _ in stack):
                head = LABEL.match(code, head).end()
                found.append(Function(named(text, code, head), code.count("\n", 0, head) + 1, code.count("\n", 0, at) + 1))
            if kind != "value":
                start = at + 1
        elif char == ";" and not inside:
            start = at + 1
    return found


def is_value(head: str) -> bool:
    """Whether `head` leads to a braced value and not to a namespace or a type."""
    head = LABEL.sub("", head.strip(), 1)
    return not (re.match(r"(?:inline\s+)?namespace\b|extern\b", head) or TYPE.match(head)) or "=" in head


def named(text: str, code: str, head: int) -> str:
    """The name of the function whose head begins at `head`; of a test, the sentence that names it."""
    name = name_of(code[head : code.find("{", head)])
    sentence = re.compile(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"').match(text, head)
    return f'"{sentence.group(1)}"' if sentence else name


def functions_of_python(text: str) -> list[Function]:
    """The functions of a Python text, those within others and methods too."""
    return [
        Function(node.name, node.lineno, node.end_lineno or node.lineno)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
