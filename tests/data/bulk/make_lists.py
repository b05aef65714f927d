#!/usr/bin/env python3
"""Lists as Python's csv module writes and reads them, for tst_csvrows: writes lists.json beside itself."""

import base64
import csv
import io
import itertools
import json
import random
from pathlib import Path

VALUES = ["user-1", "", " ", "a,b", "a;b", "a\tb", 'say "hi"', '"', '""', "two\nlines", "two\r\nlines", "old\rmac",
          "Jürgen", "Zoë Åström", "مرحبا", "日本", "-1", "=1+1", "x" * 300, "'", "a b", ",", "\n", '",\n"']


def written(rows, delimiter, terminator, encoding, quoting, mark):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=terminator, quoting=quoting).writerows(rows)
    return (b"\xef\xbb\xbf" if mark else b"") + text.getvalue().encode(encoding)


def read(data, delimiter, encoding):
    """What Python reads back, so that the expectation is not simply what was put in."""
    text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if any(row)]


def cases():
    random.seed(20418)
    shapes = itertools.product([",", ";", "\t"], ["\n", "\r\n"], ["utf-8", "latin-1"],
                               [csv.QUOTE_MINIMAL, csv.QUOTE_ALL], [False, True])
    for delimiter, terminator, encoding, quoting, mark in shapes:
        if mark and encoding != "utf-8":
            continue
        values = [value for value in VALUES if encoding == "utf-8" or value.isascii() or "ü" in value or "Å" in value]
        if quoting == csv.QUOTE_MINIMAL and terminator == "\n":
            values = [value for value in values if "\r" not in value]  # Python writes these without quotes then
        rows = [[f"row {n}", random.choice(values), random.choice(values)] for n in range(20)]
        data = written(rows, delimiter, terminator, encoding, quoting, mark)
        yield {"name": f"{delimiter!r} {terminator!r} {encoding} {'all' if quoting else 'some'} quoted"
                       f"{' mark' if mark else ''}",
               "delimiter": delimiter, "encoding": encoding, "mark": mark,
               "bytes": base64.b64encode(data).decode(), "rows": read(data, delimiter, encoding)}


if __name__ == "__main__":
    lists = {"made by": "make_lists.py", "lists": list(cases())}
    Path(__file__).with_name("lists.json").write_text(json.dumps(lists, ensure_ascii=True, indent=1) + "\n")
