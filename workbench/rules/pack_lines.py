"""Where in the text of a pack each rule stands, and each of its keys: what is wrong is named by its very line."""

import re
from collections.abc import Mapping

HEAD = ""
"""By this key the line on which a rule begins; of the pack as a whole its first."""
OTHER = "["
"""By this key the first line that begins something else than a rule."""
_RULE = re.compile(r"\s*\[\[\s*(?:rule|\"rule\"|'rule')\s*\]\]\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(["']?)([\w-]+)\1\s*=(.*)""")
_TABLE = re.compile(r"\s*\[")
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
        elif _TABLE.match(line):
            found[0].setdefault(OTHER, number)
    return list(found)


def line_of(lines: Lines, *keys: str) -> int:
    """The line of the first of some keys that is written; of none, where the rule begins."""
    return next((lines[key] for key in keys if key in lines), lines[HEAD])


def begun_by(text: str, line: int) -> int:
    """The line on which the value begins that is not over on a line: a list or a long text that nobody closed."""
    return max(
        (at for lines in lines_of(text) for key, at in lines.items() if key != HEAD and at <= line), default=line
    )
