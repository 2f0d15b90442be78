"""Rows that go on with the one above: the name only on the first of several, ditto marks, merged cells, one row a license.

What stands above is filled in, so that every row can be understood, refused and sent back by itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.cell import words
from workbench.sheets.reading import Cell
from workbench.sheets.row import first_of_group
from workbench.sheets.row.sorting import DataRow

_NAMES = ("provider.full_name", "provider.last", "provider.first")
_OWN = frozenset(
    f"provider.{name}"
    for name in (
        "full_name",
        "last",
        "first",
        "middle",
        "suffix",
        "degree",
        "npi",
        "birth_date",
        "ssn",
        "email",
        "cell",
    )
)
"""What is one person's own: another one below means another person."""
_SOLE = frozenset(f"provider.{name}" for name in ("npi", "ssn", "birth_date", "email", "cell"))
_NUMBERS = frozenset(f"{sort}.number" for sort in ("license", "dea", "cds", "credential"))
_IDS = frozenset(["provider.id", "credential.id"])
_OTHER = frozenset(["license.number", "credential.kind", "credential.number"])
_STATES = frozenset(["license.state", "credential.state"])
_MAY_BE_OF_ANOTHER_COLUMN = ("street", "phone", "fax", "email", "city", "zip")
ONE, APART = (
    Option("one", "each person is taken once, with every license"),
    Option("apart", "each row is compared by itself"),
)
ASKED = Option("ask", "asked row by row")
_FEW_ROWS, _SHARE = 200, 0.05
"""Rows up to which two of one name are asked about, and the share from which they are in longer lists: a state's has namesakes."""


@dataclass
class Filled:
    """The rows of a sheet with what was filled in, and what is told of it."""

    rows: list[DataRow]
    questions: list[Question] = field(default_factory=list)


def fill(
    sheet: str,
    rows: list[DataRow],
    columns: Mapping[int, str | None],
    merged: Sequence[tuple[int, int, int, int]],
    answers: Replies,
) -> Filled:
    """Fill in what the rows above say."""
    work = _Filling(sheet, rows, {at: target for at, target in columns.items() if target}, answers)
    work.merges(merged)
    work.dittos()
    work.grouped()
    work.continued()
    work.repeated()
    work.contradicted()
    return Filled(work.rows, work.questions)


class _Filling:
    def __init__(self, sheet: str, rows: list[DataRow], columns: Mapping[int, str], answers: Replies) -> None:
        self.rows = rows
        self.questions: list[Question] = []
        self._sheet, self._columns, self._answers = sheet, columns, answers
        self._says_no_states = not _STATES & set(columns.values())
        self._names = [at for at, target in columns.items() if target in _NAMES]
        self._own = [at for at, target in columns.items() if target in _OWN or target.startswith("identifier.")]

    def merges(self, merged: Sequence[tuple[int, int, int, int]]) -> None:
        """A cell merged over several rows says the same of each."""
        tall = [(top, left, bottom) for top, left, bottom, _ in merged if bottom > top and left in self._columns]
        if not tall:
            return
        at = {row.number: index for index, row in enumerate(self.rows)}
        for top, left, bottom in tall:
            if top not in at:
                continue
            value = self.rows[at[top]].cells[left]
            for index in (at[number] for number in range(top + 1, bottom + 1) if number in at):
                if value is not None and self.rows[index].cells[left] is None:
                    self._put(index, {left: value}, left in self._names)

    def dittos(self) -> None:
        """Marks that stand for the cell above; below a line of a section that may be another one, so that they stay, and are told."""
        count, lists = 0, words.words()
        table = list(zip(*(row.cells for row in self.rows), strict=True))
        order = sorted(self._columns.items(), key=lambda column: column[0] not in self._names)
        for at, target in order if table else ():
            marks = lists.ditto if target.partition(".")[2] in _MAY_BE_OF_ANOTHER_COLUMN else lists.ditto | lists.same
            if marks.isdisjoint(table[at]):
                continue
            for index, cell in enumerate(table[at]):
                if not (isinstance(cell, str) and cell in marks and index and self._follows(index)):
                    continue
                if not _is_sole(target) or self._is_named_as_above(index):
                    self._put(index, {at: self.rows[index - 1].cells[at]}, at in self._names)
                    count += 1
        if count:
            self.questions.append(Question(self._sheet, "Ditto marks stand for the cell above", count, "filled in"))

    def grouped(self) -> None:
        """What stands only in the first row of a group, where the answer says that it holds below."""
        found, asked = first_of_group.ask(self._sheet, self.rows, self._columns, self._answers)
        self.questions += asked
        for index, values in found.items():
            self._put(index, values, False)

    def _is_named_as_above(self, index: int) -> bool:
        """Whether the names, whose own marks are filled in by now, are those of the row above."""
        row, above = self.rows[index].cells, self.rows[index - 1].cells
        return index > 0 and all(row[at] is None or row[at] == above[at] for at in self._names)

    def continued(self) -> None:
        """Rows without a name that say nothing of a person's own go on with the person above."""
        if not self._names or None not in [row.cells[self._names[0]] for row in self.rows]:
            return
        count = 0
        for index in range(1, len(self.rows)):
            if self._is_continuation(index):
                above = self.rows[index - 1].cells
                self._put(index, {at: above[at] for at in self._own}, True)
                count += 1
        if count:
            about = "Rows without a name hold further credentials or places"
            self.questions.append(Question(self._sheet, about, count, "taken as going on with the person above"))

    def _is_continuation(self, index: int) -> bool:
        row, above = self.rows[index].cells, self.rows[index - 1].cells
        if any(row[at] is not None for at in self._names) or all(above[at] is None for at in self._names):
            return False
        if not self._follows(index) or any(row[at] is not None and row[at] != above[at] for at in self._own):
            return False
        unread = [at for at, cell in enumerate(row) if cell is not None and at not in self._columns]
        if any(above[at] is None for at in unread):  # what only such rows hold may say who they are about: a business
            return False
        filled = [target for at, target in self._columns.items() if row[at] is not None]
        return any(_begins_another(target) for target in filled)

    def repeated(self) -> None:
        """One row a license: the name again, other values the same, and a license of another state."""
        names: list[tuple[Cell, ...]] = []
        if self._names and not _IDS & set(self._columns.values()):  # a list of ours says whose each row is
            names = list(zip(*([row.cells[at] for row in self.rows] for at in self._names), strict=True))
        same = [
            index
            for index in range(1, len(names))
            if names[index] == names[index - 1] and any(names[index]) and not self.rows[index].continues
        ]
        found = [index for index in same if self._is_again(index)]
        few = Counter(names)  # nobody has more licenses than that: they are namesakes
        sure = set(found)
        open_ = [n for n in same if n not in sure and few[names[n]] <= targets.MOST_OF_A_SORT]
        self._ask_of_one_form([index for index in open_ if self._may_be_again(index)])
        if not found:
            return
        about = "Rows repeat the name of the row above, with another license or credential and nothing that speaks against one person"
        key = key_of("repeated", self._sheet)
        chosen = self._answers.to(key, (ONE, APART), ONE.key)
        self.questions.append(Question(self._sheet, about, len(found), chosen.says, key, (ONE, APART)))
        for index in found if chosen is ONE else ():
            self._put(index, {}, True)

    def _ask_of_one_form(self, found: Sequence[int]) -> None:
        """Rows of whom nothing says whether they are the person above or a namesake, with two numbers of one form and no state."""
        if not found or len(self.rows) > _FEW_ROWS and len(found) < _SHARE * len(self.rows):
            return
        about = "Rows repeat the name of the row above, with another license number of the same form and no state"
        key, options = key_of("namesakes in rows", self._sheet), (ASKED, ONE, APART)
        chosen = self._answers.to(key, options, ASKED.key)
        self.questions.append(Question(self._sheet, about, len(found), chosen.says, key, options))
        for index in found if chosen is not APART else ():
            self._put(index, {}, chosen is ONE)
            self.rows[index] = self.rows[index]._replace(may_continue=chosen is ASKED)

    def contradicted(self) -> None:
        """A row with a number of its own goes on with nobody, whatever stands in for its name."""
        for index, row in enumerate(self.rows):
            if not row.continues:
                continue
            above = self.rows[index - 1].cells
            if any(
                row.cells[at] is not None and above[at] is not None and row.cells[at] != above[at] for at in self._own
            ):
                self.rows[index] = row._replace(continues=False)

    def _may_be_again(self, index: int) -> bool:
        """Whether only a license differs, and no column says of which state it is."""
        row, above = self.rows[index].cells, self.rows[index - 1].cells
        differing = {
            targets.plain(target)
            for at, target in self._columns.items()
            if target not in _NAMES and None not in (row[at], above[at]) and row[at] != above[at]
        }
        is_so = bool(_OTHER & differing) and all(map(_is_of_license, differing))
        return self._says_no_states and self._follows(index) and is_so

    def _is_again(self, index: int) -> bool:
        """Whether nothing of the person differs, and what tells the rows apart is another license."""
        row, above = self.rows[index].cells, self.rows[index - 1].cells
        if not self._follows(index):
            return False
        differing, agreeing, is_sole = set(), 0, False
        for at, target in self._columns.items():
            if target in _NAMES or row[at] is None or above[at] is None:
                continue
            if row[at] != above[at]:
                differing.add(targets.plain(target))
            elif _is_sole(target):
                is_sole = True
                agreeing += 1
            elif not _is_further(target) or target.startswith("practice."):
                agreeing += 1
        if any(not _is_further(target) for target in differing) or not _OTHER & differing:
            return False
        if "credential.kind" in differing:
            return True
        if is_sole or "license.state" in differing or agreeing >= 2:
            return True
        return self._says_no_states and all(map(_is_of_license, differing)) and self._are_of_two_forms(row, above)

    def _are_of_two_forms(self, row: Sequence[Cell], above: Sequence[Cell]) -> bool:
        """Whether the numbers are not of one form, 036-132617 and 52913-20, as those of two namesakes in one state's list are."""
        numbers = [at for at, target in self._columns.items() if target in _OTHER and target.endswith(".number")]
        return any(
            row[at] is not None and above[at] is not None and _form(row[at]) != _form(above[at]) for at in numbers
        )

    def _follows(self, index: int) -> bool:
        """Whether the row stands right below the one before, in the same group."""
        row, above = self.rows[index], self.rows[index - 1]
        return row.number == above.number + 1 and row.carried == above.carried

    def _put(self, index: int, values: Mapping[int, Cell], continues: bool) -> None:
        row = self.rows[index]
        filled = list(row.cells)
        for at, value in values.items():
            filled[at] = value
        self.rows[index] = row._replace(
            cells=tuple(filled), filed=row.filed or row.cells, continues=row.continues or continues
        )


def _form(number: Cell) -> str:
    """A number with 9 for every digit and A for every letter; of digits alone their count says nothing."""
    if str(number).isdigit():
        return "9"
    return "".join("9" if c.isdigit() else "A" if c.isalpha() else c for c in str(number))


def _is_of_license(target: str) -> bool:
    return target.partition(".")[0] in ("license", "credential")


def _is_sole(target: str) -> bool:
    """Whether no two people have one of it: a mark beside another name stands for nothing that could be true."""
    return target in _SOLE or targets.plain(target) in _NUMBERS


def _begins_another(target: str) -> bool:
    """Whether it is one of several that a person can have, and not a part of one alone, as the state of an address."""
    sort, _, name = targets.plain(target).partition(".")
    return sort in (*targets.SORTS, "credential", "practice") or target in ("appointment.facility", "provider.street")


def _is_further(target: str) -> bool:
    """Whether a person can have several of it, one a row: credentials, appointments, practices, addresses."""
    sort, _, name = targets.plain(target).partition(".")
    return sort in (*targets.SORTS, "credential", "appointment", "practice") or name in (
        "street",
        "street2",
        "city",
        "state",
        "zip",
        "phone",
        "fax",
    )
