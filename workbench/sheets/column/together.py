"""Days and states that stand together behind what they are of: "License 1, License 2, Exp 1, Exp 2", "License, DEA, Exp, Exp".

Their numbers say it, or their order where there are as many as there are credentials. Where neither does surely, nobody guesses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from workbench.sheets import targets
from workbench.sheets.cell import cells
from workbench.sheets.column.credentials import Credential, Credentials
from workbench.sheets.column.headings import Meaning, Synonyms
from workbench.sheets.column.profile import Profile, fits
from workbench.sheets.reading import Cell

Placed = Mapping[int, tuple[Credential, str]]
_PARTS = ("state", "issued", "expires")
_NEAR = 4
"""Columns behind a first day among which its last day stands."""
FEW = 0.1
"""The share of days that may stand in rows without the number before them."""


class Run(NamedTuple):
    """Bare headings side by side, and the credentials before them."""

    heads: dict[int, Credential]
    """By the column in which each begins."""
    of: dict[int, tuple[Credential, str]]
    """What is sure: by column whose it is, and as which part."""
    unsure: tuple[int, ...]


class Together:
    """The credentials so far, asked whose the bare headings behind several of them are."""

    def __init__(
        self,
        meanings: Mapping[int, Meaning],
        look: Callable[[int], Profile],
        synonyms: Synonyms,
        credentials: Credentials,
        placed: Placed,
    ) -> None:
        self._meanings, self._look, self._synonyms = meanings, look, synonyms
        self._credentials, self._placed = credentials, placed
        self.behind: dict[int, tuple[Credential, str] | None] = {}
        """Whose the columns are that stand behind several credentials, and as which part; None where nothing tells it."""
        self.not_told: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        """Those that nothing tells, behind the columns of which they may be."""

    def look_at(self, column: int) -> None:
        """Tell whose the columns of the run are that begins in a column."""
        if column not in self.behind and (run := self.run(column)):
            self.behind |= run.of | dict.fromkeys(run.unsure)
            if run.unsure:
                self.not_told.append((tuple(run.heads), run.unsure))

    def run(self, column: int) -> Run | None:
        """The run that begins in a column; None where what stands there is of its neighbor on the left, as everywhere."""
        columns = self._side_by_side(column) if self._is_bare(column) else []
        of: dict[int, tuple[Credential, str]] = {}
        unsure: list[int] = []
        heads: dict[int, Credential] = {}
        for attribute, these in self._by_attribute(columns).items():
            found = self._open(column, attribute)
            if len(found) > 1 and attribute == "issued" and self._is_too_long(columns, list(found.values())[-1]):
                return self._of_a_long_term(column, found)
            if len(found) < 2 or len(these) < 2 and not self._is_numbered(these[0]):
                continue
            heads |= found
            told = self._told(list(found.items()), these)
            of |= {at: (credential, attribute) for at, credential in told.items()}
            unsure += [at for at in these if at not in told]
        return Run(dict(sorted(heads.items())), of, tuple(sorted(unsure))) if of or unsure else None

    def is_of_another(self, column: int, left: object) -> bool:
        """Whether a heading has the number of another one than the credential on its left: "License, Exp 2"."""
        found = self._meanings[column]
        return isinstance(left, Credential) and found.number > 1 and found.number != self._credentials.number(left)

    def _side_by_side(self, column: int) -> list[int]:
        found = [column]
        while self._is_bare(found[-1] + 1):
            found.append(found[-1] + 1)
        return found

    def _is_bare(self, column: int) -> bool:
        found = self._meanings.get(column)
        return bool(found and found.attributes and not found.known and not found.state)

    def _by_attribute(self, columns: Iterable[int]) -> dict[str, list[int]]:
        """The columns by the part of a credential that all of them can be."""
        found: dict[str, list[int]] = {}
        for at in columns:
            look = self._look(at)
            said = [each for each in self._meanings[at].attributes if each in _PARTS]
            part = next((each for each in said if fits(targets.ATTRIBUTES[each], look)), "")
            if part:
                found.setdefault(part, []).append(at)
        return found

    def _is_too_long(self, columns: Sequence[int], nearest: Credential) -> bool:
        """ "License, DEA, Issue Date, Expiration Date": whether no registration runs from the one day to the other."""
        return len(columns) == 2 and self._runs_too_long(nearest, *columns)

    def doubt(self, column: int, credential: Credential, part: str) -> str:
        """Why a bare day is not believed to be that of the credential on its left; "" where it is."""
        if part == "issued" and self._begins_too_early(column, credential):
            return "nothing of that sort runs so long"
        if part in ("issued", "expires") and self._stands_behind_states(column, credential):
            return "it may be about the credential before the states"
        return ""

    def _stands_behind_states(self, column: int, credential: Credential) -> bool:
        """ "DEA, Other State Licenses, Exp": whether a day stands behind states alone, and another credential before them has none."""
        held, _ = self._placed.get(column - 2, (None, ""))
        is_open = held is not None and held is not credential and not {"issued", "expires"} & held.attributes
        return is_open and credential.attributes == {"state"}

    def _begins_too_early(self, column: int, credential: Credential) -> bool:
        """ "DEA, Effective Date, Exp": whether the first day of a registration lies before what its last day allows.

        Behind credentials that all have a first day of their own, "License, Orig. Issue, DEA, Orig. Issue", it is the first ever."""
        others = {id(held): held for at, (held, _) in self._placed.items() if at < column and held is not credential}
        if others and all("issued" in held.attributes for held in others.values()):
            return False
        ends = [at for at in range(column + 1, column + _NEAR) if "expires" in self._attributes(at)]
        return any(self._runs_too_long(credential, column, last) for last in ends)

    def _attributes(self, column: int) -> tuple[str, ...]:
        found = self._meanings.get(column)
        return found.attributes if found and not found.known else ()

    def _runs_too_long(self, credential: Credential, first: int, last: int) -> bool:
        """Whether more than a few rows have more years between two days than what the credential is can run."""
        most = self._synonyms.longest_terms.get(credential.sort)
        if most is None:
            return False
        days = [(_day(a), _day(b)) for a, b in zip(self._look(first).rows, self._look(last).rows, strict=False)]
        spans = [abs((b - a).days) for a, b in days if a and b]
        return sum(1 for span in spans if span > most * 366) > FEW * len(spans)

    def _of_a_long_term(self, column: int, heads: dict[int, Credential]) -> Run:
        """What stands behind several credentials and runs too long for the nearest; its end, where that is the only open one."""
        nearest = list(heads.values())[-1]
        parts = {at: part for part, these in self._by_attribute(self._side_by_side(column)).items() for at in these}
        alone = {at: part for at, part in parts.items() if list(self._open(column, part).values()) == [nearest]}
        of = {at: (nearest, part) for at, part in alone.items()}
        return Run(heads, of, tuple(at for at in parts if at not in of))

    def _is_numbered(self, column: int) -> bool:
        return self._meanings[column].first or self._meanings[column].number > 1

    def _open(self, column: int, attribute: str) -> dict[int, Credential]:
        """The credentials directly before a column that can have this part and have none yet, each by its first column."""
        found: dict[int, Credential] = {}
        for at in range(column - 1, -1, -1):
            held, _ = self._placed.get(at, (None, ""))
            if held is None or attribute in held.attributes or held.sort in targets.BACKGROUNDS:
                break
            if attribute not in self._synonyms.allowed.get(held.sort, self._synonyms.allowed["other"]):
                continue
            found = {first: each for first, each in found.items() if each is not held} | {at: held}
        return dict(sorted(found.items()))

    def _told(self, heads: Sequence[tuple[int, Credential]], columns: Sequence[int]) -> dict[int, Credential]:
        """Whose each column is, by the numbers of the headings or by their order; empty where neither says it surely."""
        numbers = [self._meanings[at].number for at in columns]
        own = [self._credentials.number(credential) for _, credential in heads]
        is_one_sort = len({credential.sort for _, credential in heads}) == 1
        if any(map(self._is_numbered, columns)):
            if is_one_sort and len(set(numbers)) == len(numbers):
                by_number = {number: credential for number, (_, credential) in zip(own, heads, strict=True)}
                return {at: by_number[n] for at, n in zip(columns, numbers, strict=True) if n in by_number}
            is_in_order = numbers == own or set(own) == {1} and numbers == list(range(1, len(own) + 1))
        else:
            is_in_order = True
        if not is_in_order or len(heads) != len(columns) or not self._agree(heads, columns):
            return {}
        return {at: credential for at, (_, credential) in zip(columns, heads, strict=True)}

    def _agree(self, heads: Sequence[tuple[int, Credential]], columns: Sequence[int]) -> bool:
        """Whether hardly a value stands in a row in which what it would be of is blank."""
        return all(
            _strays(self._look(head), self._look(at)) <= FEW for (head, _), at in zip(heads, columns, strict=True)
        )


def _day(cell: Cell) -> date | None:
    try:
        found = cells.expires(cell)
    except ValueError:
        return None
    return found if isinstance(found, date) else None


def _strays(head: Profile, look: Profile) -> float:
    """The share of the values beside which the column of a credential is blank."""
    beside = [who for who, cell in zip(head.rows, look.rows, strict=False) if cell is not None]
    return sum(1 for who in beside if who is None) / len(beside) if beside else 0.0
