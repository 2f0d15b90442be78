"""People in lines above rows that name nobody: "Barnes, Susan, MD | NPI: 1666002757" over State, License #, Expires and its rows.

What the line says stands behind each of its rows, so that these are read as one row a license.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.records.checks import npi_is_valid
from workbench.sheets import limits
from workbench.sheets.cell import cells
from workbench.sheets.column import profile
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Synonyms, meaning
from workbench.sheets.column.layout import IDENTITY
from workbench.sheets.reading import Cell, Sheet

_HEADS = ("Name", "NPI")
_LEAST, _MOST_CELLS = 2, 3
Row = tuple[Cell, ...]


def carried(sheet: Sheet, synonyms: Synonyms) -> Sheet:
    """The sheet with the names of such lines beside their rows; as it is where its rows are not so."""
    people = {n: found for n, row in enumerate(sheet.rows) if (found := _person(row))}
    if len(people) < _LEAST:
        return sheet
    index = next(
        (n for n in range(min(limits.HEADING_ROWS, len(sheet.rows))) if _are_headings(sheet.rows[n], synonyms)), None
    )
    return sheet if index is None else _with_people(sheet, index, people)


def _with_people(sheet: Sheet, index: int, people: Mapping[int, tuple[str, str]]) -> Sheet:
    """The names behind the rows; the sheet as it is where a row stands above the first of them."""
    heads = sheet.rows[index]
    blank: Row = (None,) * (len(heads) + len(_HEADS))
    rows: list[Row] = []
    person = next((people[n] for n in range(index - 1, -1, -1) if n in people), None)
    for n, row in enumerate(sheet.rows):
        if n <= index:
            rows.append((*row, *(_HEADS if n == index else (None,) * len(_HEADS))))
            continue
        person = people.get(n, person)
        is_line = n in people or row == heads or not any(cell is not None for cell in row)
        if person is None and not is_line:
            return sheet
        rows.append(blank if is_line or person is None else (*row, person[0], person[1] or None))
    return replace(sheet, rows=rows)


def _are_headings(row: Row, synonyms: Synonyms) -> bool:
    """Whether a row heads licenses or registrations, and says nothing of whose they are."""
    texts = [text for cell in row if (text := one_line(cell))]
    found = [meaning(text, synonyms) for text in texts]
    known = [each for each in found if each.known or each.attributes]
    return (
        len(known) >= max(_LEAST, len(texts) - 1)
        and any(each.sort in ("license", "dea") for each in known)
        and not any(IDENTITY.intersection(each.targets) for each in found)
    )


def _person(row: Row) -> tuple[str, str] | None:
    """The name and the NPI of a line that says who its rows are about: a name with its degree, and at most a number beside it."""
    if not 1 <= len(row) - row.count(None) <= _MOST_CELLS:
        return None  # nearly every row ends here
    said = [" ".join(cells.typed(cell).split()) for cell in row if cell is not None]
    npi = _npi(said[1:] or [""])
    name = profile.NPI_BESIDE.sub("", said[0]).strip(" |,;-–—")
    npi = npi if npi is not None else ""
    within = profile.NPI_BESIDE.search(said[0])
    npi = npi or ("".join(filter(str.isdigit, within[0])) if within else "")
    is_named = profile.is_name_with_degree(name) or bool(npi) and "," in name and not any(map(str.isdigit, name))
    return (name, npi) if is_named and (len(said) == 1 or npi) else None


def _npi(texts: Sequence[str]) -> str | None:
    """The NPI among texts of which nothing else may be said."""
    numbers = ["".join(filter(str.isdigit, text)) for text in texts]
    found = [number for number in numbers if npi_is_valid(number)]
    return found[0] if len(found) == 1 and all(n == found[0] or not n for n in numbers) else None
