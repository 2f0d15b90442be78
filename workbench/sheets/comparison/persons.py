"""People as an import sees them: what is known of one, what a row says of one, and why the two may be the same."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from workbench.records.checks import bare as squeezed
from workbench.sheets.known import Drafts, Row

__all__ = ["NOTHING", "Facts", "Match", "Person", "same_number", "squeezed"]

NOTHING: Mapping[str, Any] = MappingProxyType({})


HANGING = (
    ("credential", "credentials"),
    ("identifier", "identifiers"),
    ("other_name", "others"),
    ("practice_member", "practices"),
    ("appointment", "appointments"),
    ("affiliation", "affiliations"),
    ("education", "education"),
    ("work_history", "work"),
)
"""Tables whose rows hang on a person, and where a Person holds them."""


class Person:
    """Someone of the office, or of the file: the row of the provider and what hangs on it, as the import drafts it."""

    __slots__ = (
        "affiliations",
        "appointments",
        "credentials",
        "education",
        "identifiers",
        "others",
        "place",
        "practices",
        "row",
        "stated",
        "work",
    )

    def __init__(self, row: Row, place: tuple[str, int] | None = None) -> None:
        self.row = row
        self.place = place
        """Where in the file a new person was first met."""
        self.stated: frozenset[int | str] = frozenset()
        """Of someone of the office: what rows of this file have stated already; of two that differ, the first counts."""
        self.credentials: list[Row] = []
        self.identifiers: list[Row] = []
        self.others: list[Row] = []
        self.practices: list[Row] = []
        self.appointments: list[Row] = []
        self.affiliations: list[Row] = []
        self.education: list[Row] = []
        self.work: list[Row] = []

    def states(self, what: int | str) -> bool:
        """Note that a row of the file states a value; whether an earlier one did."""
        before = self.place is not None or what in self.stated
        self.stated |= {what}
        return before

    @property
    def key(self) -> Any:
        """What a ruling calls this person: the id in the office, or the row of the file."""
        return self.place or self.row[0]


def put(person: Person, at: int, value: Any, drafts: Drafts) -> None:
    """Draft a value of the person's own row."""
    person.row = drafts.changing("provider", person.row)
    person.row[at] = value


class Facts(NamedTuple):
    """What of a row tells who it is about."""

    last: str
    first: str
    middle: str
    suffix: str
    former: str
    npi: str
    born: str
    email: str
    identifiers: tuple[tuple[str, str], ...]
    licenses: tuple[tuple[str, str, str], ...]
    """(number without blanks and marks, state or "", title or "")."""
    deas: tuple[tuple[str, str, str], ...]
    """As the licenses."""
    record: int | None = None
    """The id of our own record, where the sheet is a list that this office exported."""
    said: Mapping[str, Any] = NOTHING
    """Everything the row says, by target: what may agree besides."""


class Match(NamedTuple):
    """Someone whom a row may be about, and what says so."""

    person: Person
    why: str
    certain: bool
    sure: bool = False
    """Whether the full name agrees and, besides it, a number or the birth date: enough for --merge-certain."""
    apart: bool = False
    """Whether only the names are alike, and a number is another: mostly somebody else."""


def same_number(number: str, held: str, state: str) -> bool:
    """Whether two numbers of a license are one, also where only one begins with its state: IL036359336 is 036359336 of IL."""
    mine, theirs = squeezed(number), squeezed(held)
    return mine == theirs or bool(state and mine and theirs) and (mine == state + theirs or state + mine == theirs)
