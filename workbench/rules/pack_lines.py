"""Where in the text of a pack each rule stands, and each of its keys: what is wrong is named by its very line."""

import re
from collections.abc import Mapping

HEAD = ""
"""By this key the line on which a rule begins; of the pack as a whole its first."""
_RULE = re.compile(r"\s*\[\[\s*(?:rule|\"rule\"|'rule')\s*\]\]\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(["']?)([\w-]+)\1\s*=(.*)""")
_LONG = ('"""', "'''")

Lines = Mapping[str, int]


def lines_of(text: str) -> list[Lines]:
    """By key its line, counted from 1: first of the pack itself, then of each of its rules in their order."""
    found: list[dict[str, int]] = [{HEAD: 1}]
    within = ""
    for number, line in enumerate(text.split("\n"), 1):
        if within:
            within = "" if within in line else within
        elif _RULE.fullmatch(line.rstrip("\r")):
            found.append({HEAD: number})
        elif key := _KEY.match(line):
            found[-1].setdefault(key[2], number)
            within = next((each for each in _LONG if key[3].count(each) % 2), "")
    return list(found)


def line_of(lines: Lines, *keys: str) -> int:
    """The line of the first of some keys that is written; of none, where the rule begins."""
    return next((lines[key] for key in keys if key in lines), lines[HEAD])
