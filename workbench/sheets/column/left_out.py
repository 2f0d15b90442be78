"""What is asked of columns that are left out because nothing tells surely what they are."""

from workbench.records.words import plural
from workbench.sheets.asking import Question
from workbench.sheets.column import no_ends
from workbench.sheets.column.columns import Columns
from workbench.sheets.sheet_reading import SheetReading


def asked(reading: SheetReading, columns: Columns, rows: int) -> list[Question]:
    """One question a group of such columns; what they are is chosen on the review page. `rows`: how many lie below."""
    said = [f"Column {reading.label(at)}: {no_ends.DOUBT}" for at in columns.no_ends]
    for heads, unsure in columns.together.not_told:
        which = f"{plural(len(unsure), 'Column')} {_listed(reading, unsure)}"
        said.append(f"{which}: nothing says which of {_listed(reading, heads)} {_each(unsure)} to")
    told = {at for _, unsure in columns.together.not_told for at in unsure}
    said += [
        f"Column {reading.label(at)}: its days are still to come, and nothing says what ends on them"
        for at in columns.open_ends()
        if at not in told
    ]
    over = "all its days are over: they may be those on which it was verified"
    said += [f"Column {reading.label(at)}: {over}" for at in columns.ends_gone_by()]
    return [Question(reading.name, about, rows, "left out") for about in said]


def _listed(reading: SheetReading, columns: tuple[int, ...]) -> str:
    return ", ".join(map(reading.label, columns))


def _each(columns: tuple[int, ...]) -> str:
    return "each belongs" if len(columns) > 1 else "it belongs"
