"""Sheets whose rows name nobody beside one that names their people: `NPI | License # | State | Exp` beside the roster. The name comes
by the NPI, and brings in nobody whom the other sheet does not bring in."""

from collections.abc import Sequence

from workbench.sheets.asking import Question
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.sheet_reading import SheetReading
from workbench.sheets.values import Understood, Value

NAMES, NPI = frozenset(["provider.full_name", "provider.last"]), "provider.npi"
PARTS = tuple(f"provider.{part}" for part in ("last", "first", "middle", "suffix"))
STAYS_OUT = "Its NPI is named on another sheet, whose row does not come in"


def in_order(readings: Sequence[SheetReading]) -> list[SheetReading]:
    """The sheets that name people before those that name nobody."""
    return sorted(readings, key=_names_nobody)


def settle(readings: Sequence[SheetReading], understood: Sequence[Sequence[Understood]]) -> None:
    """Give the rows of such sheets the names of their NPIs, and say so; an NPI of two names names nobody."""
    nameless = [(reading, rows) for reading, rows in zip(readings, understood, strict=True) if _names_nobody(reading)]
    if not nameless or len(nameless) == len(readings):
        return  # nearly every file ends here
    named: dict[Value, set[tuple[Value | None, ...]]] = {}
    for reading, rows in zip(readings, understood, strict=True):
        for row in rows if not _names_nobody(reading) else ():
            if NPI in row.values and PARTS[0] in row.values:
                named.setdefault(row.values[NPI], set()).add(tuple(map(row.values.get, PARTS)))
    for reading, rows in nameless:
        found = [row for row in rows if len(named.get(row.values.get(NPI, ""), ())) == 1]
        for row in found:
            (name,) = named[row.values[NPI]]
            row.values |= {part: said for part, said in zip(PARTS, name, strict=True) if said is not None}
        if found:
            about = "The sheet names nobody; another one names these NPIs"
            reading.questions.append(Question(reading.name, about, len(found), "each row goes to whom it names"))


def stays_out(row: PlanRow) -> str:
    """Why somebody new does not come in by such a row; "" for any other, and where somebody typed the name."""
    return STAYS_OUT if _names_nobody(row.reading) and PARTS[0] not in row.typed else ""


def _names_nobody(reading: SheetReading) -> bool:
    return NPI in reading.columns.values() and NAMES.isdisjoint(reading.columns.values())
