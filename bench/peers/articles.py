"""Prints the texts of articles, parted by NUL. Usage: articles.py FILE; FILE has JSON lines with "text", as annal batch reads them."""
import json
import sys


def texts(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                text = json.loads(line)["text"]
                if not isinstance(text, str):
                    raise TypeError
            except (ValueError, KeyError, TypeError):
                sys.exit('bench/peers: %s:%d: a JSON object with "text" is needed' % (path, number))
            yield text.replace("\0", " ")


try:
    found = list(texts(sys.argv[1]))
except (OSError, UnicodeError) as error:
    sys.exit("bench/peers: %s: %s" % (sys.argv[1], getattr(error, "strerror", None) or "is not UTF-8"))
if len(found) < 2:
    sys.exit("bench/peers: %s: two articles are needed at least" % sys.argv[1])
sys.stdout.write("\0".join(found) + "\0")
