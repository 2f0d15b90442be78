"""The sheets of a file that are taken, as they were read, recognized and understood."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from workbench.errors import Progress, quiet
from workbench.sheets import own_births, own_ssns, targets
from workbench.sheets.asking import UNANSWERED
from workbench.sheets.comparison import license_states, named_elsewhere
from workbench.sheets.comparison.strangers import Strangers, on_sheets
from workbench.sheets.comparison.twice import Twice, on_several_sheets
from workbench.sheets.look import Look
from workbench.sheets.painted import Marks, marks_of
from workbench.sheets.private import private_columns
from workbench.sheets.reading import Sheet, Workbook
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.stages import watched
from workbench.sheets.values import Understood, understand
from workbench.sheets.veiling import veil


@dataclass(slots=True)
class Sheets:
    """Made once, compared as often as the user chooses anew. All lists are by sheet."""

    workbook: Workbook
    readings: list[SheetReading]
    understood: list[list[Understood]]
    private: list[dict[int, str]]
    """The columns that hold birth dates or social security numbers, read or not."""
    seen: list[Sheet]
    """The sheets as they stood."""
    marks: list[Marks]
    """What their look sets apart."""
    twice: Twice
    """Who stands on sheets of several statuses."""
    strangers: Strangers
    """Which sheets may be anybody's."""

    @classmethod
    def of(
        cls,
        workbook: Workbook,
        readings: list[SheetReading],
        progress: Progress = quiet,
        home: Collection[str] = (),
    ) -> "Sheets":
        """Understand every row. Home: the states of the hospital and its sites."""
        readings = named_elsewhere.in_order(readings)
        private = [_private(reading) for reading in readings]
        ssns = own_ssns.numbers_in(readings, private)
        for reading, columns in zip(readings, private, strict=True):
            reading.questions += veil(reading, columns, ssns)
        understood = [list(watched(understand(reading, progress), progress, len(reading.rows))) for reading in readings]
        named = {sheet.name: sheet for sheet in reversed(workbook.sheets)}  # of two of one name the first
        seen = [named[reading.name] for reading in readings]
        marks = [marks_of(reading, sheet) for reading, sheet in zip(readings, seen, strict=True)]
        answers = readings[0].answers if readings else UNANSWERED
        named_elsewhere.settle(readings, understood)
        license_states.settle(workbook, readings, understood, answers, home)
        twice = on_several_sheets(readings, understood, answers)
        held = {(reading.name, row): status for reading in readings for row, status in reading.held.items()}
        twice = replace(twice, statuses={**held, **twice.statuses})
        strangers = on_sheets(workbook, readings, understood, answers)
        return cls(workbook, readings, understood, private, seen, marks, twice, strangers)

    @property
    def each(self) -> Iterator[tuple[SheetReading, list[Understood], dict[int, str], Marks]]:
        """Sheet by sheet its reading, its rows understood, its private columns and its marks."""
        return zip(self.readings, self.understood, self.private, self.marks, strict=True)

    @property
    def looks(self) -> dict[str, Look]:
        """By sheet how it looks, where that is known."""
        return {sheet.name: sheet.look for sheet in self.seen if sheet.look}

    @property
    def has_backgrounds(self) -> bool:
        """Whether a column speaks of schools, training or positions."""
        columns = (target for reading in self.readings for target in reading.columns.values() if target)
        return any(targets.plain(target).partition(".")[0] in targets.BACKGROUNDS for target in columns)

    @property
    def days(self) -> frozenset[date]:
        """The days that the sheets speak of, where they say so."""
        return frozenset(reading.as_of for reading in self.readings if reading.as_of)


def _private(reading: SheetReading) -> dict[int, str]:
    found = private_columns(reading)
    return found | own_births.columns_repeating(reading, found) | own_ssns.columns_repeating(reading, found)
