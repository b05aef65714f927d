#!/usr/bin/env python3
"""Holds the threat model to its word: each claim names a test, and each test that is named exists.

A claim is a list item outside "Not tried". A test is named as `tst_program::function`.
"""

import argparse
import re
import sys
from pathlib import Path

REFERENCE = re.compile(r"`(tst_\w+)::(\w+)`")
NOT_CLAIMED = "Not tried"


def sections(text):
    """(title, [list items]) of each heading."""
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, _, body = section.partition("\n")
        yield title.strip(), re.findall(r"^- .*(?:\n  .*)*", body, flags=re.MULTILINE)


def unfounded_claims(text):
    return [f"{title}: no test named in “{item.split(chr(10))[0]}”"
            for title, items in sections(text) if title != NOT_CLAIMED
            for item in items if not REFERENCE.search(item)]


def missing_tests(text, sources):
    """`sources` maps the name of a test program to its text."""
    return [f"{program}::{function} does not exist"
            for program, function in sorted(set(REFERENCE.findall(text)))
            if not re.search(rf"^    void {function}\(\)", sources.get(program, ""), flags=re.MULTILINE)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, required=True)
    source = parser.parse_args().source
    text = (source / "resources/manual/threat-model.md").read_text(encoding="utf-8")
    sources = {path.stem: path.read_text(encoding="utf-8") for path in source.glob("tests/**/tst_*.cpp")}
    problems = unfounded_claims(text) + missing_tests(text, sources)
    if not REFERENCE.search(text):
        problems.append("the threat model names no test at all")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
