"""What the codes of a sheet mean as it says itself, in a line of its own: "A = Active, C = Courtesy, CON = Consulting"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.sheets.cell import words
from workbench.sheets.comparison import choosing
from workbench.sheets.reading import Sheet
from workbench.sheets.row import legend_lines
from workbench.sheets.sheet_reading import SheetReading, folded

Legend = Mapping[str, str]


def told(readings: Iterable[SheetReading], seen: Iterable[Sheet]) -> Legend:
    """By code, folded, the word that lines above or below the rows give it; a code that two lines read otherwise means none."""
    found: dict[str, str] = {}
    for reading, sheet in zip(readings, seen, strict=False):
        for text in _lines(reading, sheet):
            for code, word in legend_lines.pairs(text):
                before = found.setdefault(folded(code), word)
                if folded(before) != folded(word):
                    found[folded(code)] = ""
    return {code: word for code, word in found.items() if word}


def _lines(reading: SheetReading, sheet: Sheet) -> Iterator[str]:
    above = sheet.rows[: max(0, reading.heading_row - sheet.first_row)]
    yield from (cell for row in above for cell in row if isinstance(cell, str))
    yield from (row.text for row in reading.skipped)


def entry(target: str, word: str, listed: Sequence[str], legend: Legend) -> str:
    """The entry of a list, or the choice, that the legend says a word of a column means; "" where it says none."""
    means = legend.get(folded(word), "")
    own = choosing.choice("status", words.status(means) or means) if target == "provider.status" else ""
    known = own or (words.category(means) if target == "provider.category" else "") or means
    return next((each for each in listed if each.casefold() == known.casefold()), "") if known else ""
