"""What stands right behind a column of hospitals elsewhere, "Primary Hospital, Staff Category, Appt Date": there, or here; asked."""

from collections.abc import Iterator

from workbench.sheets.asking import Option, Replies, key_of
from workbench.sheets.column import doubtful
from workbench.sheets.sheet_reading import SheetReading

_STANDINGS = ("provider.category", "provider.status", "provider.status_since")
_TERM = "appointment."
OUT, OURS = Option("out", "left out: it may be about those hospitals"), Option("in", "read as about our own staff")


def settle(reading: SheetReading, at: int, answers: Replies) -> None:
    """Ask of the standings and days directly behind a column of hospitals that are none of the office's whose they are."""
    behind = [each for each in _behind(reading, at) if each not in reading.correction.columns]
    if behind:
        key, about = (
            key_of("behind", reading.name, reading.label(at)),
            f"Whose are the standings and days behind {reading.label(at)}?",
        )
        doubtful.ask_whose(reading, behind, key, about, (OUT, OURS), answers)


def _behind(reading: SheetReading, at: int) -> Iterator[int]:
    """The columns of standings and days behind a column, through those that are not read."""
    for column in range(at + 1, max(reading.columns) + 1):
        target = reading.columns.get(column)
        if target is not None and not _is_of_staff(target):
            return
        if target is not None:
            yield column


def _is_of_staff(target: str | None) -> bool:
    return target is not None and (
        target in _STANDINGS or target.startswith(_TERM) and target != "appointment.facility"
    )
