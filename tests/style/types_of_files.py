"""Finds types of one name in one namespace: where each has a file of its own, the linker takes the code that templates have for one of
them for the other too (one definition rule), and nothing warns of it.
"""

import re
from collections import defaultdict

TYPE = re.compile(r"(?:enum class|enum struct|struct|class|enum|union)\s+((?:\w+::)*\w+)(?:\s+final)?\s*(?::(?!:)[^;{]*)?\{")
OPENING = re.compile(r"(?:inline )?namespace\s*([\w:]*)\s*\{")
CLOSING = re.compile(r"\}\s*//\s*namespace")


def types_of_cpp(text: str) -> list[str]:
    """The full names of the types that stand at the left margin in `text`, as clang-format writes it; those without linkage are left out."""
    found = []
    spaces = []
    for line in text.splitlines():
        if (opening := OPENING.match(line)) and "}" not in line:
            spaces.append(opening[1])
        elif CLOSING.match(line) and spaces:
            spaces.pop()
        elif (own := TYPE.match(line)) and "" not in spaces:
            found.append("::".join([*spaces, own[1]]))
    return found


def of_one_name(texts: dict[str, str]) -> list[str]:
    """A message for each name that types of several of the files have; `texts` by the names of the files."""
    files = defaultdict(list)
    for file, text in texts.items():
        for name in dict.fromkeys(types_of_cpp(text)):
            files[name].append(file)
    return [f"{some[1]}: {name} is the name of a type of {some[0]} too; give one another name" for name, some in files.items() if len(some) > 1]
