"""The credentials of one row, gathered from its columns: which license a number, a state or a date belongs to."""

from dataclasses import dataclass, field

from workbench.sheets import targets
from workbench.sheets.column.headings import Meaning


@dataclass(eq=False)
class Credential:
    """One credential of a row: which of its columns are taken, and the state that a heading names."""

    sort: str
    state: str = ""
    title: str = ""
    """The profession that a heading names: RN, APRN."""
    attributes: set[str] = field(default_factory=set)
    first: str = ""
    """The attribute of its leftmost column: where that comes again, another credential begins."""


class Credentials:
    """All credentials of a row in the order of their columns; several of a sort are numbered."""

    def __init__(self) -> None:
        self.all: list[Credential] = []

    def holder(self, found: Meaning, attribute: str, left: object) -> Credential | None:
        """The credential that a column belongs to, a new one if need be; None if its place is taken."""
        if found.number > 1:
            credential = self.numbered(found.sort, found.number)
            return None if attribute in credential.attributes else credential
        if found.first and attribute not in (credential := self.numbered(found.sort, 1)).attributes:
            return credential
        same = self._of(found.sort)
        if found.state:
            return self._of_state(same, found, attribute)
        if found.title:
            return self._of_title(same, found.title, attribute)
        if isinstance(left, Credential) and left.sort == found.sort and attribute not in left.attributes:
            return left
        if not same:
            return self.new(found.sort)
        for credential in reversed(same):
            if attribute not in credential.attributes:
                return credential
        if len(same) < targets.MOST_OF_A_SORT and attribute in ("number", "issuer", same[0].first):
            return self.new(found.sort)
        return None

    def numbered(self, sort: str, number: int) -> Credential:
        """The second, third ... of a sort, with those before it."""
        while len(self._of(sort)) < number:
            self.new(sort)
        return self._of(sort)[number - 1]

    def of_state(self, state: str) -> Credential | None:
        """The first credential whose heading names a state."""
        return next((credential for credential in self.all if credential.state == state), None)

    def new(self, sort: str, state: str = "") -> Credential:
        """One more of a sort."""
        self.all.append(Credential(sort, state))
        return self.all[-1]

    def number(self, credential: Credential) -> int:
        """Which of its sort it is: 1 for the first."""
        return self._of(credential.sort).index(credential) + 1

    def called(self, credential: Credential) -> str:
        """The sort with its number: license, license2."""
        number = self.number(credential)
        return credential.sort + (str(number) if number > 1 else "")

    def constants(self) -> dict[str, str]:
        """States and, of several licenses, professions that a heading names and no column says."""
        titles = {credential.title for credential in self.all if credential.title}
        said = {
            f"{self.called(credential)}.title": credential.title
            for credential in self.all
            if credential.title and "title" not in credential.attributes and len(titles) > 1
        }
        return said | {
            f"{self.called(credential)}.state": credential.state
            for credential in self.all
            if credential.state
            and "state" not in credential.attributes
            and credential.attributes & {"number", "expires"}
        }

    def _of(self, sort: str) -> list[Credential]:
        return [credential for credential in self.all if credential.sort == sort]

    def _of_title(self, same: list[Credential], title: str, attribute: str) -> Credential | None:
        """ "RN License, RN Exp, APRN License": each profession has one of its own."""
        for credential in same:
            if credential.title == title:
                return credential if attribute not in credential.attributes else None
        made = self.new(same[0].sort if same else "license")
        made.title = title
        return made

    def _of_state(self, same: list[Credential], found: Meaning, attribute: str) -> Credential | None:
        for credential in same:
            if credential.state == found.state:
                return credential if attribute not in credential.attributes else None
        for credential in same:
            if not credential.state and not {attribute, "state"} & credential.attributes:
                credential.state = found.state
                return credential
        return self.new(found.sort, found.state)
