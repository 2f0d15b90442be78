"""What the office knows before an import: everyone and what is theirs, fetched in bulk; and the drafts of what the import will write."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workbench.records import texts
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.checks import bare as squeezed
from workbench.records.credential import Credential
from workbench.records.office_lists import Category, CredentialSort, Department, EntryAlias, Facility, Specialty
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Identifier, OtherName, Provider
from workbench.records.record import Record
from workbench.records.roster import RowRuling
from workbench.sheets.row.group_names import key
from workbench.store import ages, bulk

Row = Any
"""The values of one record in the order of its columns: a tuple as the office has it, a list once the import drafts it."""

MODELS: tuple[type[Record], ...] = (
    Department,
    Category,
    Specialty,
    Facility,
    Practice,
    Provider,
    OtherName,
    Identifier,
    PracticeMember,
    Appointment,
    Affiliation,
    Education,
    WorkHistory,
    Credential,
)
"""What an import may write, in the order in which it is written."""
BACKGROUND = ("education", "work_history")
"""Tables that are fetched only for a file that speaks of them: an office keeps several rows of them a person."""
NAMED = ("department", "category", "specialty", "facility", "practice")
ALIKE = ("department", "specialty")
"""Lists in which two spellings of one name are one entry; two practices may be called nearly alike."""


def _table(model: type[Record]) -> str:
    return model._meta.table_name


COLUMNS: Mapping[str, tuple[str, ...]] = {
    _table(model): tuple(field.column_name for field in model._meta.sorted_fields) for model in MODELS
}
AT: Mapping[str, Mapping[str, int]] = {
    tbl: {name: place for place, name in enumerate(columns)} for tbl, columns in COLUMNS.items()
}
"""By table, where a column stands in a row."""
BLANK: Mapping[str, tuple] = {
    _table(model): tuple(
        int(field.default) if isinstance(field.default, bool) else field.default for field in model._meta.sorted_fields
    )
    for model in MODELS
}

Ended = tuple[int, int, str, str]
"""Of an earlier term whose it is, its sort, its number without blanks and marks, and when it ended."""


@dataclass(frozen=True)
class Known:
    """The office as it stood when the plan was made."""

    step: int
    """The newest step then: the plan holds only as long as it is the newest."""
    tables: Mapping[str, list[Row]]
    """By table its rows; of credentials only the current terms."""
    sorts: Mapping[str, int]
    """The credential sorts, by key."""
    kinds: Mapping[str, str]
    """The keys of the credential sorts, by name in lower case."""
    next_ids: Mapping[str, int]
    rulings: Mapping[str, int]
    """By what rows say (remembering.who) the person whom somebody said they are about."""
    aliases: Mapping[str, Mapping[str, int]]
    """By list the names in lower case that were joined with an entry, and its id."""
    newer: Mapping[date, Mapping[tuple[str, int], Collection[str]]]
    """By a day that the file speaks of, the values of ours that were set after it: by table and row the columns."""
    belongings: Mapping[str, str] = field(default_factory=dict)
    """By what rows say (remembering.which) the credential that somebody said their day belongs to."""
    ended: Collection[Ended] = frozenset()
    """The earlier terms on file, which an older list may say again."""


def fetch(days: Collection[date] = (), *, backgrounds: bool = True) -> Known:
    """A snapshot of the open office; the days are those that the file to come speaks of; `backgrounds`: whether it speaks of
    schools, training or positions."""
    left = {"credential", *(() if backgrounds else BACKGROUND)}
    tables: dict[str, list[Row]] = {tbl: [] for tbl in left}
    tables |= {tbl: bulk.fetch(tbl, columns) for tbl, columns in COLUMNS.items() if tbl not in left}
    tables["credential"] = bulk.fetch("credential", COLUMNS["credential"], 'WHERE NOT "past"')
    sorts = bulk.fetch(_table(CredentialSort), ("id", "key", "name"))
    ruled = bulk.fetch(_table(RowRuling), ("said", "provider_id", "credential"))
    return Known(
        bulk.newest_step(),
        tables,
        {key: id for id, key, _ in sorts},
        {name.casefold(): key for _, key, name in sorts},
        {tbl: bulk.next_id(tbl) for tbl in COLUMNS},
        {said: person for said, person, credential in ruled if not credential},
        _aliases(),
        {day: ages.set_after(day, tuple(COLUMNS)) for day in days},
        {said: credential for said, _, credential in ruled if credential},
        _ended(),
    )


def _ended() -> frozenset[Ended]:
    columns = ("provider_id", "sort_id", "number", "expires")
    past = bulk.fetch("credential", columns, 'WHERE "past" AND "number" <> \'\' AND "expires" IS NOT NULL')
    return frozenset((person, sort, squeezed(number), ends) for person, sort, number, ends in past)


def _aliases() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for tbl, said, entry in bulk.fetch(_table(EntryAlias), ("tbl", "said", "entry")):
        found.setdefault(tbl, {})[said.casefold()] = entry
    return found


def _named(known: Known, tbl: str) -> dict[str, int]:
    """The entries of a list by name in lower case, also by names that were joined with one that is still there."""
    here = {row[0] for row in known.tables[tbl]}
    joined = {said: entry for said, entry in known.aliases.get(tbl, {}).items() if entry in here}
    return joined | {row[1].casefold(): row[0] for row in known.tables[tbl]}


class Drafts:
    """What the import will write: rows added, with ids assigned beforehand, and rows changed. Nothing of `known` is touched."""

    def __init__(self, known: Known) -> None:
        self.first_ids = known.next_ids
        self.added: dict[str, list[Row]] = {tbl: [] for tbl in COLUMNS}
        self.changed: dict[str, dict[int, Row]] = {tbl: {} for tbl in COLUMNS}
        self.new_entries: list[tuple[str, str]] = []
        self.preferred: Collection[str] = ()
        """Targets of the row at hand whose value somebody chose over ours."""
        self._taken: set[tuple[str, int, int]] = set()
        self._lists = {tbl: _named(known, tbl) for tbl in NAMED}
        self._alike = {tbl: {key(row[1]): row[0] for row in reversed(known.tables[tbl])} for tbl in ALIKE}
        self._rows = {row[0]: row for row in known.tables["practice"]}
        self._names = {tbl: {row[0]: row[1] for row in known.tables[tbl]} for tbl in NAMED}
        self._ages, self._ended = known.newer, known.ended
        self.speaks_of(None)

    def speaks_of(self, day: date | None) -> None:
        """From here on values of a sheet that says what day it stands for."""
        self._day, self._newer = day, self._ages.get(day, {}) if day else {}

    def newer(self, tbl: str, row: Row, at: int) -> str:
        """Why a value of ours stays: it was set after the day that the sheet speaks of, also to nothing. Empty where it was not."""
        if not self._newer:
            return ""
        columns = self._newer.get((tbl, row[0]), ())
        if COLUMNS[tbl][at] in columns or ages.BEGAN in columns and row[at] not in (None, ""):
            return f"set after {texts.day(self._day)}, for which the roster stands"
        return ""

    def has_ended(self, person: int, sort: int, number: str, ends: str | None) -> bool:
        """Whether a term is one of the earlier ones of somebody, by its number and its end."""
        return bool(number and ends) and (person, sort, squeezed(number), str(ends)) in self._ended

    def take(self, tbl: str, id: int, at: int) -> bool:
        """Whether a value of ours gives way to the one of the file that somebody chose: of two rows of a file, to the first alone."""
        is_first = (tbl, id, at) not in self._taken
        self._taken.add((tbl, id, at))
        return is_first

    def add(self, tbl: str, row: Row) -> Row:
        """Draft a new row; it gets its id."""
        rows = self.added[tbl]
        row[0] = self.first_ids[tbl] + len(rows)
        rows.append(row)
        return row

    def changing(self, tbl: str, row: Row) -> Row:
        """The row as a list that may be changed; of a row the office has, a copy that will be written."""
        if type(row) is tuple:
            row = list(row)
            self.changed[tbl][row[0]] = row
        return row

    def is_entry(self, tbl: str, name: str, id: int | None) -> bool:
        """Whether a name means this entry, without adding one."""
        return id is not None and self._lists[tbl].get(name.casefold()) == id

    def has(self, tbl: str, name: str) -> bool:
        """Whether the list has an entry of this name, or of another spelling of it."""
        return name.casefold() in self._lists[tbl] or tbl in ALIKE and key(name) in self._alike[tbl]

    def entry(self, tbl: str, name: str) -> int:
        """The id of an entry of the office's own list, by its name; a name that is not in the list is added as written.

        "Obstetrics & Gynecology" and "Dept. of Obstetrics and Gynecology" are one department.
        """
        known, alike = self._lists[tbl], self._alike.get(tbl)
        folded = name.casefold()
        if folded not in known and alike is not None and key(name) in alike:
            known[folded] = alike[key(name)]
        elif folded not in known:
            row = list(BLANK[tbl])
            row[1] = name
            known[folded] = self.add(tbl, row)[0]
            self._names[tbl][known[folded]] = name
            self.new_entries.append((tbl.capitalize(), name))
            if alike is not None:
                alike[key(name)] = known[folded]
        return known[folded]

    def practice(self, name: str, said: Mapping[str, str]) -> tuple[int, list[tuple[str, str, str]]]:
        """The id of a practice by its name. What is said of it, by field, is filled in where ours is blank; where ours differs it is
        told: the field, ours and theirs."""
        id, differing = self.entry("practice", name), []
        if id not in self._rows:
            self._rows[id] = self.added["practice"][-1]
        for named, theirs in said.items():
            at = AT["practice"][named]
            ours = self._rows[id][at]
            if not ours:
                row = self._rows[id] = self.changing("practice", self._rows[id])
                row[at] = theirs
            elif squeezed(ours) != squeezed(theirs):
                differing.append((named, ours, theirs))
        return id, differing

    def name(self, tbl: str, id: int | None) -> str:
        """The name of an entry of a list."""
        return self._names[tbl].get(id, "") if id else ""

    @property
    def anything(self) -> bool:
        """Whether there is anything to write."""
        return any(self.added.values()) or any(self.changed.values())
