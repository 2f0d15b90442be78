"""Reports as old systems print them to a text: columns made of blanks, which nothing but their place tells apart."""

import re
from collections import Counter

_GAP = re.compile(r"(?<=[^\s,;|:]) {2,}(?=[^\s,;|])")
"""Blanks between two columns, and not beside a delimiter or behind a label."""
_LINES, _LEAST = 200, 3
_ALIGNED = 0.6
"""The share of lines in which a column begins at the same place."""
_COLUMNS = 2
"""Columns behind the first, from which a text is such a report."""


def is_one(sample: str) -> bool:
    """Whether most lines of a text fall into columns of blanks."""
    lines = [line.expandtabs() for line in sample.splitlines()[:_LINES] if line.strip()]
    if len(lines) < _LEAST or any("\t" in line for line in sample.splitlines()[:_LINES]):
        return False
    begins = Counter(match.end() for line in lines for match in _GAP.finditer(line))
    return sum(1 for count in begins.values() if count >= _ALIGNED * len(lines)) >= _COLUMNS
