"""What the cells of a column look like, and whether they agree with a meaning that its heading suggests."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from workbench.records import checks, private_texts
from workbench.records.fields import LASTING
from workbench.sheets.cell import (
    board_cells,
    cells,
    day_words,
    names,
    numbers,
    packed_cells,
    parallel,
    standings,
    words,
)
from workbench.sheets.column import day_shapes

SAMPLE = 200
DEA = re.compile(r"\b[A-Z][A-Z9]\d{7}\b")
"""A DEA number, also beside its state: BA7283740 (IL)."""
NPI_BESIDE = re.compile(r"\bNPI\b[:#\s]*\d{10}\b")
LINES = re.compile(r"[\n;]")
FEW = 3
"""Values of a column that one odd one says nothing of."""
SOME_ACTIVE, FEW_WORDS = 0.2, 8
"""The share of cells that call somebody active, and the different words, of a column that says how people stand."""


class Profile:
    """A sample of the filled cells of one column, asked what share of them passes a test."""

    def __init__(self, values: Sequence[Any]) -> None:
        self.rows = values
        """All cells, with the blank ones."""
        filled = [cell for cell in values if cell is not None]
        step = max(1, len(filled) // SAMPLE)
        self.unsplit = filled[::step][:SAMPLE]
        """With all lines of a cell together."""
        self.cells = [cell for cell in _each(self.unsplit) if not (isinstance(cell, str) and _says_nothing(cell))]
        self.texts = [cells.typed(cell) for cell in self.cells]
        self.count = len(self.cells)

    def share(self, test: Callable[[str], Any]) -> float:
        """The share of texts that pass; 1 for an empty column, whose heading is trusted."""
        return sum(1 for text in self.texts if test(text)) / self.count if self.count else 1.0

    @property
    def dates(self) -> float:
        """The share of days that are days whatever the heading says. A number as 46203 is one only among dates."""
        sure = sum(1 for cell in self.cells if day_shapes.is_written(cell) or day_shapes.is_packed(cell))
        serial = sum(1 for cell in self.cells if day_shapes.is_serial(cell))
        rest = self.count - serial
        if serial and sure >= max(1, 0.8 * rest, 0.1 * self.count):
            sure += serial
        return self._of_all(sure)

    @property
    def days(self) -> float:
        """The share of what can be a day where the heading names one: 46203, 20260630 and 063026 too."""
        return self._of_all(
            sum(
                1
                for cell in self.cells
                if day_shapes.is_written(cell) or day_shapes.is_number_of_day(cell) or day_words.names_day(cell)
            )
        )

    @property
    def ends(self) -> float:
        """The share of days, months and years of cards, with words beside them or none: 7/31/2027 ok, exp 7/27, 2027."""
        return self._of_all(
            sum(
                1
                for cell in self.cells
                if day_shapes.is_written(cell) or day_words.names_day(cell) or day_words.is_whole(cell)
            )
        )

    @property
    def written(self) -> float:
        """The share of days that cannot be numbers: true dates, 6/30/2026, Lifetime."""
        return self._of_all(sum(1 for cell in self.cells if day_shapes.is_written(cell)))

    @property
    def fuzzy(self) -> float:
        """The share of days, months and years, of spans of them, and of words for what still lasts."""
        return self._of_all(sum(map(_is_fuzzy, self.cells)))

    @property
    def are_lists(self) -> float:
        """The share of cells that list several states or several days."""
        lists = sum(1 for cell in self.unsplit if isinstance(cell, str) and parallel.listed(cell))
        return lists / len(self.unsplit) if lists else 0.0

    def _of_all(self, count: int) -> float:
        return count / self.count if self.count else 1.0

    def passes(self, reader: Callable[[Any], Any]) -> float:
        """The share of cells that a reader takes without complaint."""
        return sum(1 for cell in self.cells if day_shapes.reads(reader, cell)) / self.count if self.count else 1.0

    def distinct(self) -> set[str]:
        return set(self.texts)


def _is_fuzzy(cell: Any) -> bool:
    return bool(cells.fuzzy(cell) or cells.typed(cell).lower() in LASTING or parallel.years(cell))


def _says_nothing(cell: str) -> bool:
    return words.is_filler(cells.typed(cell)) or cell in cells.ERRORS or words.stands_for_another(cell)


def _each(column: Sequence[Any]) -> Iterator[Any]:
    """The cells, those of several lines line by line."""
    for cell in column:
        if isinstance(cell, str) and ("\n" in cell or ";" in cell) and not _goes_on_with_degrees(cell):
            yield from filter(str.strip, LINES.split(cell))
        elif isinstance(cell, str) and len(cell) > 4 and (found := parallel.listed(cell)):
            yield from found
        else:
            yield cell


def _goes_on_with_degrees(cell: str) -> bool:
    """Whether all lines below the first are degrees: a name in full, not several."""
    _, _, below = cell.strip().partition("\n")
    return bool(below) and words.degrees_in(" ".join(below.split())) is not None


def _is_name(text: str) -> bool:
    if any(map(str.isdigit, text)):
        text = NPI_BESIDE.sub("", text)
        text = private_texts.without(text, bare=True, name=True)
    letters = sum(1 for c in text if c.isalpha())
    return letters >= 2 and sum(1 for c in text if c.isdigit()) <= letters // 3


def _is_full_name(text: str) -> bool:
    return _is_name(text) and ("," in text or " " in text.strip())


def _is_person_but_one(profile: Profile) -> bool:
    """Whether a column of two or three has one value that is no name in full, and the others are people beyond doubt."""
    sure = sum(map(is_name_with_degree, profile.texts))
    return profile.count <= FEW and sure >= 1 and profile.count - sure <= 1


def _share_in_pieces(profile: Profile) -> float:
    """The share of cells that hold a name in full with semicolons for its commas: "Eastman; Brian; R"."""
    found = sum(1 for cell in profile.unsplit if isinstance(cell, str) and ";" in cell and _is_in_pieces(cell))
    return found / len(profile.unsplit) if found else 0.0


def _is_in_pieces(cell: str) -> bool:
    pieces = cell.split(";")
    return all(len(piece.split()) <= 3 and "," not in piece for piece in pieces) and bool(names.parse(cell).first)


def is_name_with_degree(text: str) -> bool:
    """Whether a text can hardly be anything but a person in full: "NGO, Ruth, MD"."""
    if any(map(str.isdigit, text)) or "@" in text or names.is_company(text):
        return False
    found = names.parse(text)
    return bool(found.last and found.first and found.degree)


def is_npi(text: str) -> bool:
    return checks.npi_is_valid(text.replace("-", "").replace(" ", "").lstrip("'"))


def _npi_shape(text: str) -> bool:
    return sum(1 for c in text if c.isdigit()) in range(9, 22)


def is_board(text: str) -> bool:
    return text.startswith(
        ("AB", "AO", "American", "AMERICAN", "ADA", "NBPAS", "NCC", "ANCC", "AANP", "NBCRNA", "NCCPA", "Board", "Royal")
    )


def mostly_yes_no(profile: Profile) -> bool:
    """Whether the cells say yes and no, as in a column that only tells who has a thing."""
    return profile.share(words.is_yes_or_no) >= 0.5


def fits(kind: str, profile: Profile) -> bool:
    """Whether the cells of a column can be values of a type. An empty column fits every type."""
    if not profile.count:
        return True
    test = FITS.get(kind)
    return test(profile) if test else profile.share(words.is_yes_or_no) < 0.8 or profile.count < 5


FITS: dict[str, Callable[[Profile], bool]] = {
    "npi": lambda p: p.share(_npi_shape) >= 0.5 or p.passes(numbers.npi) > 0.3,
    "dea": lambda p: (
        p.share(lambda t: len(t) in range(8, 12) and t[:1].isalpha() and t[-6:].isdigit() or DEA.search(t)) >= 0.5
    ),
    "license": lambda p: p.written < 0.6 and p.share(lambda t: any(c.isdigit() for c in t)) >= 0.5,
    "code": lambda p: (
        p.written < 0.6 and (p.share(lambda t: any(c.isdigit() for c in t)) >= 0.5 or p.share(words.is_yes_or_no) < 0.1)
    ),
    "flag": mostly_yes_no,
    "fuzzy": lambda p: p.fuzzy >= 0.5,
    "group_npi": lambda p: p.share(_npi_shape) >= 0.5,
    "day": lambda p: p.days >= 0.5,
    "birth": lambda p: p.days >= 0.5,
    "expires": lambda p: p.days >= 0.5,
    "phone": lambda p: p.share(lambda t: sum(c.isdigit() for c in t) >= 4) >= 0.6 and p.written < 0.5,
    "email": lambda p: p.share(lambda t: "@" in t) >= 0.5,
    "state": lambda p: p.passes(cells.state) >= 0.7,
    "zip": lambda p: p.share(lambda t: sum(c.isdigit() for c in t) >= 3 and len(t) <= 12) >= 0.6,
    "ssn": lambda p: p.share(lambda t: sum(c.isdigit() for c in t) >= 4) >= 0.6,
    "tin": lambda p: p.share(lambda t: sum(c.isdigit() for c in t) >= 8) >= 0.6,
    "degree": lambda p: p.share(words.degrees_in) >= 0.6,
    "suffix": lambda p: p.share(lambda t: t.strip(" .,").lower() in words.words().suffixes) >= 0.6,
    "category": lambda p: p.dates < 0.5 and p.share(words.is_yes_or_no) < 0.5,
    "status": lambda p: p.dates < 0.5,
    "surname": lambda p: p.share(lambda t: any(c.isalpha() for c in t)) >= 0.7,
    "given": lambda p: p.share(lambda t: any(c.isalpha() for c in t)) >= 0.7,
    "middle": lambda p: p.share(lambda t: any(c.isalpha() for c in t)) >= 0.7,
    "person": lambda p: (
        p.share(lambda t: _is_name(t) or NPI_BESIDE.fullmatch(t)) >= 0.7
        and (
            p.share(lambda t: _is_full_name(t) or names.is_company(t) or NPI_BESIDE.fullmatch(t)) >= 0.6
            or _share_in_pieces(p) >= 0.6
        )
        or _is_person_but_one(p)
    ),
    "money": lambda p: p.passes(numbers.money) >= 0.6,
    "place": lambda p: p.share(lambda t: "," in t or " " in t) >= 0.5,
    "pair": lambda p: p.share(lambda t: "/" in t or " - " in t or " – " in t) >= 0.5,
    "limits": lambda p: p.share(lambda t: any(c.isdigit() for c in t)) >= 0.5,
}


def says_category(profile: Profile) -> bool | None:
    """Whether a "Status" column holds staff categories (True) or statuses (False); None if it holds neither.

    Where any of them says that somebody is away or gone, or some say active beside a few other words (A and T), it holds
    statuses: those that nobody understands are then asked about, and nobody who left comes in as active."""
    categories = statuses = active = 0
    for text in profile.texts:
        said = standings.told(text)
        category, status = words.category(text), words.status(said.word if said else text)
        active += 1 if category and status else 0
        categories += 1 if category and not status else 0
        statuses += 1 if status and not category or standings.pair(text) else 0
    if categories + statuses + active < profile.count * 0.6:
        is_a_license = any(map(standings.is_of_a_license, profile.texts))
        is_told = statuses and any(map(standings.says_away, profile.texts))
        is_code = active >= profile.count * SOME_ACTIVE and len(profile.distinct()) <= FEW_WORDS
        return False if (is_told or is_code) and not is_a_license else None
    return categories > 0 and categories >= statuses


def mostly_numbers_with_days(profile: Profile, *, dea: bool) -> bool:
    """Whether most cells hold a number with its day: "FA1000001 / 05-31-2028"."""

    texts = [cell for cell in profile.unsplit if isinstance(cell, str) and not _says_nothing(cell)]
    both = [
        text
        for text in texts
        if any(part.number and part.expires for part in packed_cells.numbers(text, dea=dea) or ())
    ]
    return bool(both) and len(both) >= 0.6 * len(profile.unsplit)


def mostly_boards_with_days(profile: Profile) -> bool:
    """Whether most cells hold a board with the day on which it expires: "ABS / 12-31-30"; "November 2029" says when alone."""
    return max(profile.written, profile.share(day_words.is_whole)) < 0.6 and (
        _share_of_parts(profile, board_cells.boards, lambda part: part.expires and (part.issuer or part.title)) >= 0.6
    )


def mostly_numbers_with_states(profile: Profile) -> bool:
    """Whether most cells hold a number with its state: "A 105195 / CA"."""
    return _share_of_parts(profile, packed_cells.numbers, lambda part: part.number and part.state) >= 0.6


def _share_of_parts(
    profile: Profile, read: Callable[[str], list[packed_cells.Part] | None], test: Callable[[packed_cells.Part], Any]
) -> float:
    texts = [cell for cell in profile.unsplit if isinstance(cell, str) and not _says_nothing(cell)]
    both = sum(1 for text in texts if any(map(test, read(text) or ())))
    return both / len(profile.unsplit) if both else 0.0
