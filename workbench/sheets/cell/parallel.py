"""Columns whose cells hold as many values as the one beside them: "036-1, 125-2" with "IL, WI" and "6/30/27 / 10/31/27".

The one place where such a list is split; what stands beside it must fall into as many parts.
"""

import re
from functools import lru_cache

from workbench.records import places
from workbench.records.fields import LASTING
from workbench.sheets.cell import cells, dates
from workbench.sheets.cell.number_tokens import DAY
from workbench.sheets.reading import Cell

_LINES = re.compile(r"[;\n]")
_BETWEEN = re.compile(r"\s*(?:[,/&+;\n|]|\band\b)\s*", re.IGNORECASE)
_DAYS = re.compile(rf"(?<![\d/])(?:{DAY})(?![\d/])", re.IGNORECASE)
_SPAN = re.compile(rf"({DAY})\s*(?:[-–—~]|\bto\b|\bthrough\b|\bthru\b|\buntil\b)\s*({DAY})", re.IGNORECASE)
_TO = re.compile(r"\s+(?:[-–—]|to|through|thru|until)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–—]\s*")
_YEAR, _SHORT, _MONTHS = re.compile(r"(?:19|20)\d\d"), re.compile(r"\d\d"), 12
_MONTH_OR_YEAR = re.compile(r"(?:19|20)(\d\d)-(\d\d)")
_APART = (re.compile(r"\s+[/|&-]\s+|\s*[\n;|]\s*|,\s+"), re.compile("/"))
_LABEL = re.compile(r"^(?:NPI|DEA|lic(?:ense)?|no|#)[\s.:#]+(?=\S*\d)", re.IGNORECASE)
_NUMBER = re.compile(r"(?=.*\d)[\w .#-]{3,20}")


@lru_cache(maxsize=1 << 12)
def listed(text: str) -> tuple[str, ...]:
    """The states or the days of a text that holds several of them and nothing else; empty for any other."""
    if any(map(str.isdigit, text)):
        days = tuple(match[0] for match in _DAYS.finditer(text))
        between = [each for each in _DAYS.split(text) if each.strip()]
        return days if len(days) > 1 and len(between) == len(days) - 1 and all(map(_BETWEEN.fullmatch, between)) else ()
    states = tuple(each for each in _BETWEEN.split(text.strip()) if each)
    return states if len(states) > 1 and all(map(places.code, states)) else ()


@lru_cache(maxsize=1 << 12)
def span(cell: Cell) -> tuple[str, str] | None:
    """The first and the last day of a cell that holds a span and nothing else: "1/1/25 - 12/31/26"; None for any other."""
    match = _SPAN.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if not match:
        return None
    try:
        begins, ends = (dates.day_of(text, "day") for text in match.groups())
    except ValueError:
        return None
    return (match[1], match[2]) if begins and ends and begins < ends else None


@lru_cache(maxsize=1 << 12)
def years(cell: Cell) -> tuple[str, str] | None:
    """The beginning and the end of a cell that holds a span of years, months or days and nothing else: "2011-2014", "7/2011 to
    6/2014", "2012 - present"; None for any other."""
    if not isinstance(cell, str):
        return None
    parts = _TO.split(cell.strip()) if _TO.search(cell) else _DASH.split(cell.strip())
    if len(parts) != 2:
        return None
    begins, ends = parts
    if _YEAR.fullmatch(begins) and _SHORT.fullmatch(ends) and int(ends) > _MONTHS:
        ends = begins[:2] + ends  # "2011-14"
    first, last = cells.fuzzy(begins), cells.fuzzy(ends)
    is_span = first is not None and (ends.lower() in LASTING or last is not None and first <= last)
    return (begins, ends) if is_span else None


def may_be_years(cell: Cell) -> bool:
    """ "2011-12" among spans of years: a month, or the year after."""
    match = _MONTH_OR_YEAR.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return match is not None and int(match[1]) < int(match[2]) <= _MONTHS


def in_parts(attribute: str, text: str, count: int) -> list[str]:
    """What stands beside so many credentials in one cell: line by line, or states and days with any sign between them."""
    lines = [each.strip() for each in _LINES.split(text) if each.strip()]
    if len(lines) != count or count == 1:
        if attribute in ("state", "expires", "issued") and (found := listed(text)):
            return list(found)
        if attribute == "number" and len(found := tuple(filter(None, _BETWEEN.split(text)))) == count:
            return list(found) if all(map(_NUMBER.fullmatch, found)) else lines
    return lines


def halves(cell: Cell) -> tuple[str, str] | None:
    """The two values of a cell of a column for both, "036120779 / FO6840385"; None where it does not fall into two."""
    if not isinstance(cell, str):
        return None
    if len(days := listed(cell)) == 2:
        return days[0], days[1]
    for between in _APART:
        found = [_LABEL.sub("", each).strip() for each in between.split(cell.strip()) if each.strip()]
        if len(found) == 2:
            return found[0], found[1]
    return None
