"""Running annal over documents, and the third of them that is left out."""
import hashlib
import json
import subprocess


def parts(name):
    """The rows of the table that a document or case of this name counts in."""
    left_out = int(hashlib.md5(name.encode()).hexdigest(), 16) % 3 == 0
    return ("all", "out" if left_out else "seen")


def batch(program, documents, form):
    """`annal batch` over `documents` (dicts with id, text, dct): its answer for each, in their order."""
    lines = "".join(json.dumps(d) + "\n" for d in documents)
    out = subprocess.run([program, "batch", "--format", form], input=lines.encode(), capture_output=True).stdout
    return [json.loads(line) for line in out.decode().splitlines()]
