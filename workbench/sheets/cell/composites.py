"""Cells that hold several values of fixed sorts: a place with its state and ZIP, the limits of a coverage."""

from collections.abc import Callable, Iterable

from workbench.records import places
from workbench.sheets.cell import numbers
from workbench.sheets.cell.naming import Column


def _places(column: list[str | None]) -> Iterable[Column]:
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


def _limits(column: list[str | None]) -> Iterable[Column]:
    """ "1M/3M" is a limit per claim and one in all."""
    read: dict[str | None, tuple] = {}
    for text in set(column):
        halves = [
            half.strip() for half in (text or "").replace(" and ", "/").replace(" - ", "/").split("/") if half.strip()
        ]
        if len(halves) == 2 and halves[1][-1:].isalpha() and halves[0].isdigit() and len(halves[0]) < 4:
            halves[0] += halves[1][-1]
        try:
            read[text] = (
                (numbers.money(halves[0]), numbers.money(halves[1]), None) if len(halves) == 2 else (None, None, text)
            )
        except ValueError:
            read[text] = None, None, text
    for position, name in enumerate(("per_claim", "aggregate", "limits")):
        yield f"liability.{name}", [read[text][position] for text in column]


COMPOSITES: dict[str, Callable[[list[str | None]], Iterable[Column]]] = {
    "provider.city_state": _places,
    "liability.limits": _limits,
}
