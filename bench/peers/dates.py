"""Reads articles (parted by NUL) with dateparser for some seconds of CPU time, after it is loaded and warm, and prints what it read as one
line of JSON. Usage: dates.py ARTICLES SECONDS"""
import datetime
import json
import sys
import time
import warnings

import dateparser
import dateparser.search

warnings.filterwarnings("ignore")
SETTINGS = {"RELATIVE_BASE": datetime.datetime(2016, 11, 14, 12)}


def read(text):
    return len(dateparser.search.search_dates(text, languages=["en"], settings=SETTINGS) or [])


with open(sys.argv[1], encoding="utf-8") as stream:
    articles = [text for text in stream.read().split("\0") if text]
seconds = float(sys.argv[2])
read(articles[0])
read(articles[1])
size = found = count = 0
begin = time.process_time()
while time.process_time() - begin < seconds:
    text = articles[count % len(articles)]
    found += read(text)
    size += len(text.encode())
    count += 1
print(json.dumps({"name": "dateparser " + dateparser.__version__, "bytes": size, "seconds": time.process_time() - begin, "articles": count, "found": found}))
