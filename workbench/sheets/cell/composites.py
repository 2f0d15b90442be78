"""Cells that hold several values of fixed sorts: a place with its state and ZIP, the limits of a coverage."""

import re
from collections.abc import Callable, Iterable

from workbench.errors import Problem
from workbench.records import places
from workbench.sheets.cell.naming import Column, Wrongs
from workbench.sheets.cell.numbers import LEAST_AMOUNT as LEAST
from workbench.sheets.column.headings import load_synonyms

_AMOUNT = re.compile(
    r"\$?\s*(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s*(millions?|mill?|mm|m|k|thousand)?(?![a-z])", re.IGNORECASE
)
_BESIDE_AMOUNTS = frozenset(
    [
        "per",
        "claim",
        "occ",
        "occurrence",
        "occur",
        "incident",
        "each",
        "agg",
        "aggregate",
        "annual",
        "and",
        "in",
        "the",
        "total",
        "limit",
        "limits",
        "a",
        "ea",
        "med",
        "mil",
    ]
)
_APART, _SLASH = re.compile(r"\s+[-–—/]\s+"), re.compile(r"/")
_SHORT = ((1, 10, 1_000_000), (100, 1000, 1000), (1000, LEAST, 1000), (LEAST, 1e12, 1))
"""From, below, and what an amount without a unit is counted in: 1/3, 200/600, 1,000/3,000, 1,000,000/3,000,000."""


def _places(column: list[str | None], wrong: Wrongs) -> Iterable[Column]:
    """ "Redondo Beach, CA 90277" """
    read = {text: _place(text) for text in set(column)}
    for position, name in enumerate(("city", "state", "zip")):
        yield f"provider.{name}", [read[text][position] for text in column]


def _place(text: str | None) -> tuple[str | None, str | None, str | None]:
    if not text:
        return None, None, None
    tokens = text.replace(",", " ").split()
    zip_code = tokens.pop() if tokens and tokens[-1][:5].isdigit() else None
    for length in (3, 2, 1):
        if len(tokens) > length - 1 and (state := places.code(" ".join(tokens[-length:]))):
            return " ".join(tokens[:-length]) or None, state, zip_code
    return (text if not zip_code else " ".join(tokens)) or None, None, zip_code


def _departments(column: list[str | None], wrong: Wrongs) -> Iterable[Column]:
    """ "Surgery / Urology" is a department and its section; OB/GYN is one department."""
    read = {text: _department(text) for text in set(column)}
    for position, name in enumerate(("department", "section")):
        yield f"provider.{name}", [read[text][position] for text in column]


def _department(text: str | None) -> tuple[str | None, str | None]:
    if not text or text.casefold() in load_synonyms().lines["departments"]:
        return text, None
    for sign in (_APART, _SLASH):
        department, _, section = sign.sub("\0", text, count=1).partition("\0")
        if section:
            return department.strip() or None, section.strip()
    return text, None


def _limits(column: list[str | None], wrong: Wrongs) -> Iterable[Column]:
    """ "1M/3M" is a limit per claim and one in all; amounts whose size is not sure are a problem."""
    read: dict[str | None, tuple[int | None, int | None]] = {}
    bad: dict[str | None, str] = {}
    for text in set(column):
        try:
            read[text] = limits(text) if text else (None, None)
        except ValueError as error:
            read[text], bad[text] = (None, None), str(error)
    for index, text in enumerate(column) if bad else ():
        if text in bad:
            wrong.setdefault(index, []).append(Problem("liability.limits", bad[text]))
    for position, name in enumerate(("per_claim", "aggregate")):
        yield f"liability.{name}", [read[text][position] for text in column]


def limits(text: str) -> tuple[int, int]:
    """The limits per claim and in all, in dollars: "$1M per / $3M agg", "1/3" in millions, "200/600" and "1,000/3,000" in thousands.

    Raises ValueError where the amounts or their size are not sure."""
    found = list(_AMOUNT.finditer(text))
    rest = _AMOUNT.sub(" ", text).casefold()
    if len(found) != 2 or not set(re.findall(r"[a-z]+", rest)) <= _BESIDE_AMOUNTS:
        raise ValueError(f"“{text}” is not a limit per claim and one in all, as in 1M/3M.")
    first, second = (float(each[1].replace(",", "")) for each in found)
    units = [(each[2] or "").lower()[:1] for each in found]
    if not units[0] and units[1] and first < 1000:
        units[0] = units[1]  # 1/3M
    if not any(units):
        return _of_a_size(first, second, text)
    if not all(units) and min(first if not units[0] else LEAST, second if not units[1] else LEAST) < LEAST:
        raise ValueError(f"“{text}” does not say how large its amounts are; write 1M/3M.")
    factors = [{"m": 1_000_000, "": 1}.get(unit, 1000) for unit in units]
    if first * factors[0] > second * factors[1]:
        raise ValueError(f"“{text}” has more per claim than in all; write 1M/3M.")
    return round(first * factors[0]), round(second * factors[1])


def _of_a_size(first: float, second: float, text: str) -> tuple[int, int]:
    """Two amounts without a unit, as offices write them short; none covers anybody for a dollar."""
    factor = next((factor for low, high, factor in _SHORT if low <= first < high and first <= second <= 10 * high), 0)
    if not factor or second < first:
        raise ValueError(f"“{text}” does not say whether it is dollars, thousands or millions; write 1M/3M.")
    return round(first * factor), round(second * factor)


COMPOSITES: dict[str, Callable[[list[str | None], Wrongs], Iterable[Column]]] = {
    "provider.city_state": _places,
    "liability.limits": _limits,
    "provider.department_section": _departments,
}
