"""Columns placed one after the other: each by its heading, or as a part of the credential on its left."""

from collections.abc import Callable, Sequence

from workbench.sheets.column import (
    beside,
    by_names,
    by_place,
    checklists,
    chosen,
    contacts,
    editions,
    ends,
    facility_cells,
    former_carriers,
    neighbors,
    numbered_headings,
    others,
    parts,
    proofs,
    reappointments,
    spans,
    together,
    whose_days,
)
from workbench.sheets.column.credentials import Credential, Credentials
from workbench.sheets.column.headings import UNKNOWN, Meaning, Synonyms, normal
from workbench.sheets.column.profile import Profile, fits
from workbench.sheets.column.proofs import Lists
from workbench.sheets.column.whose_days import NOBODY, OTHER_THING

STANDING = ("provider.category", "provider.status")
ADDRESS = {"provider.street", "provider.street2", "provider.city", "provider.zip"}


class Placing:
    """What the columns so far are, and whose the next one can be."""

    no_ends: Sequence[int] = ()
    second: int | None = None
    """Where a second table of people begins, which is not read."""
    may_be_facilities: dict[int, bool]
    _status_left_out: int | None = None
    """The last "Status" that was a credential's."""

    def __init__(
        self,
        texts: dict[int, str],
        look: Callable[[int], Profile],
        synonyms: Synonyms,
        corrected: dict[int, str | None],
        lists: Lists,
    ) -> None:
        self._texts, self._look, self._synonyms, self._lists, self._corrected = texts, look, synonyms, lists, corrected
        self._meanings = neighbors.meanings(texts, look, synonyms)
        self._spans = spans.told(texts, look, synonyms, corrected)
        named = by_names.told(texts, self._meanings, look, synonyms, corrected)
        self._meanings |= named | facility_cells.told(texts, self._meanings, look, synonyms, corrected) | self._spans
        elses = contacts.settle(texts, self._meanings, look, synonyms)
        meant, self.may_mean = reappointments.told(texts, self._meanings, look, synonyms)
        newer, older = editions.told(texts, self._meanings, look, synonyms)
        self._meanings |= meant | newer | numbered_headings.told(texts, self._meanings, synonyms)
        self._others = elses | self._of_others()
        listed = checklists.told(self._meanings, look, corrected, synonyms)
        self._no_ends = ends.not_ends(texts, self._meanings, look, synonyms) | older | listed
        self._settled, self._taken = {*corrected, *self._others, *self._no_ends}, set(filter(None, corrected.values()))
        self._before = neighbors.before_their_numbers(self._meanings, texts, synonyms)
        self._explicit = self._said_alone()
        self.credentials = Credentials()
        self._left: Credential | str | None = None
        self._nobodys: set[int] = set()
        self._placed: dict[int, tuple[Credential, str]] = {}
        self.together = together.Together(self._meanings, look, synonyms, self.credentials, self._placed)
        self.targets: dict[int, str | None] = {}
        self.notes: list[tuple[int, str]] = []

    def _of_others(self) -> dict[int, str]:
        """The columns about somebody else, another place or a carrier of before, each with the heading that says so."""
        found = others.others(self._texts, self._meanings, self._look, self._synonyms)
        return found | former_carriers.told(self._texts, self._meanings, self._synonyms)

    def _said_alone(self) -> set[str]:
        """The targets that headings name and that nothing makes doubtful."""
        return {
            found.targets[0]
            for column, found in self._meanings.items()
            if len(found.targets) == 1 and not found.weak and column not in {*self._settled, *self.may_mean}
        }

    def _take_credential(self, column: int, found: Meaning) -> None:
        look, text = self._look(column), self._texts[column]
        doubt = neighbors.doubt(text, look, self._texts, self._meanings, self._synonyms)
        attribute = None if doubt else parts.attribute_of(found, look, self._meanings, self._synonyms)
        if attribute is None:
            self._unsure(column, doubt or "its cells do not say clearly what they are")
            if not isinstance(self._left, Credential) or self._left.sort != found.sort:
                self._left = NOBODY
            return
        if why := self._doubted(column, found.sort, attribute):
            self._left = NOBODY
            self._unsure(column, why)
            return
        if attribute == "limits" and isinstance(self._left, Credential) and self._left.sort == found.sort:
            found = found._replace(number=1)  # "Insurance, Insurance 2": a carrier and its limits
        credential = self.credentials.holder(found, attribute, self._left)
        if credential is None:
            self._unsure(column, "another column already holds this")
            return
        self._place(column, credential, attribute)

    def _doubted(self, column: int, sort: str, attribute: str) -> str:
        """Why the heading of a column is not believed to mean this part of a credential."""
        is_named = parts.is_board_named(column, self._meanings, self._look, self._synonyms)
        phrase = normal(self._texts[column], self._synonyms.words)
        return proofs.of_credential(sort, attribute, phrase, self._look(column), is_named)

    def _place(self, column: int, credential: Credential, attribute: str) -> None:
        credential.attributes.add(attribute)
        credential.first = credential.first or attribute
        self._placed[column] = credential, attribute
        self.targets[column] = f"{credential.sort}.{attribute}"
        self._left = credential

    def _take_by_place(self, column: int, found: Meaning) -> None:
        """A heading as "Expires" or "State" means what its neighbor on the left says it is about."""
        left = self._left
        if column in self._before:
            self._left = None
            self._unsure(column, "it may belong to the column on its left or on its right")
            return
        if found.state:
            left = self.credentials.of_state(found.state) or left
        if "state" in found.attributes and self._take_state(column, left, is_first=found.number == 1):
            return
        look = self._look(column)
        if isinstance(left, Credential):
            phrase = normal(self._texts[column], self._synonyms.words).split()
            right = self._meanings.get(column + 1, UNKNOWN)
            for part in by_place.parts_of(left, found, phrase, look, right, self._synonyms):
                self._place_unless_doubted(column, left, part, phrase)
                return
        if isinstance(left, str) and (target := beside.of_term(left, found, look)):
            if whose_days.says_elsewhere(target, column, self._texts, self._meanings, self._synonyms):
                self._is_nobodys(column, "another column says it")
            else:
                self._take_whole(column, Meaning((target,)))
            return
        if isinstance(left, Credential) and whose_days.is_of_its_group(self._texts[column], left, self._synonyms):
            self._unsure(column, "nothing says what it is of the credential on its left")  # "Agency"
        else:
            self._is_nobodys(column, "nothing on its left says what it belongs to")

    def _place_unless_doubted(self, column: int, left: Credential, part: str, phrase: list[str]) -> None:
        """A bare day is the credential's on its left unless something speaks against it."""
        if not (why := self.together.doubt(column, left, part)):
            self._place(column, left, part)
        elif part == "issued" and by_place.STARTS.isdisjoint(phrase):
            self._unsure(column, why)
        else:
            self._is_nobodys(column, why)

    def _is_nobodys(self, column: int, why: str) -> None:
        """A bare heading over what belongs to nothing that we keep: so do the days behind it."""
        self._nobodys.add(column)
        self._left = NOBODY
        self._unsure(column, why)

    def _take_bare_day(self, column: int, found: Meaning) -> bool:
        """ "Effective Date", where it is not the term's: of the credential on its left, or nobody's."""
        left, target = self._left, found.targets[0]
        if isinstance(left, Credential):
            if whose_days.is_of_credential(left):
                self._take_by_place(column, Meaning(attributes=("issued",)))
                return True
            if not self._stands_before_a_term(column):
                self._unsure(column, "nothing says whether it is about the credential on its left")
                self._nobodys.add(column)
                return True
        elif left == "affiliation":
            self._take_by_place(column, Meaning(attributes=("issued",)))
            return True
        elif (
            left == OTHER_THING
            or left in (NOBODY, None)
            and not self._is_beside_staff(column)
            and not self._stands_before_a_term(column)
        ):
            self._is_nobodys(column, "as it stands, it is about the column on its left")
            return True
        if whose_days.says_elsewhere(target, column, self._texts, self._meanings, self._synonyms):
            self._is_nobodys(column, "another column says it")
            return True
        return False

    def _is_beside_staff(self, column: int) -> bool:
        left, said = self.targets.get(column - 1), self._texts.get(column - 1, "")
        is_beside = whose_days.is_beside_staff(column, said, self._meanings, self._synonyms)
        return self._left is None and (left in STANDING or is_beside)

    def _stands_before_a_term(self, column: int) -> bool:
        is_recred = whose_days.is_recredentialing(self._texts.get(column + 1, ""), self._synonyms)
        if is_recred and not neighbors.names_a_term(self._texts.get(column - 1, ""), self._synonyms):
            return self._left is None  # "CAQH ID, Eff Date, Recred Date"
        return whose_days.stands_before_a_term(column, self._texts, self._meanings, self._synonyms)

    def _take_state(self, column: int, left: Credential | str | None, *, is_first: bool) -> bool:
        """Whether a "State" is that of a credential, or of the address; "Secondary State" is of another address."""
        if not fits("state", self._look(column)):
            return False
        if isinstance(left, Credential):
            if "state" in left.attributes or left.sort == "liability":
                return False
            self._place(column, left, "state")
            return True
        if not is_first:
            return False
        right = self._meanings.get(column + 1, Meaning())
        if left != "address" and right.sort in ("license", "cds") and not ADDRESS & set(right.targets):
            credential = self.credentials.holder(Meaning(sort=right.sort), "state", None)
            if credential is not None:
                self._place(column, credential, "state")
                return True
        numbered = self._meanings.get(column - 1, UNKNOWN)
        if "number" in numbered.attributes and not numbered.known:
            return False  # "#, St, Exp" under a group that is not known
        alone = not any(m.sort for m in self._meanings.values())
        has_address = alone or bool(ADDRESS & (self._explicit | self._taken))
        if left == "address" or neighbors.is_in_an_address(column, self._meanings, self._look, has_address):
            self._take_whole(column, Meaning(("provider.state",)))
            return True
        return False

    def _take_whole(self, column: int, found: Meaning) -> None:
        look = self._look(column)
        target = chosen.target(found, look, self._taken, self._explicit)
        phrase = normal(self._texts[column], self._synonyms.words)
        is_of_board = isinstance(self._left, Credential) and self._left.sort == "board"
        if target is None and is_of_board and phrase == "initial":  # "Board, Cert #, Initial"
            self._take_by_place(column, Meaning(attributes=("issued",)))
            return
        left = self._left
        if not isinstance(left, Credential) or not whose_days.is_of_its_group(
            self._texts[column], left, self._synonyms
        ):
            self._left = NOBODY if target is None or whose_days.has_no_days(target) else None
        if target and (why := proofs.of_person(target, phrase, look, self._lists, self._synonyms)):
            self._unsure(column, why)
            return
        if target is None:
            if any(choice not in self._taken for choice in found.targets):
                self._unsure(column, "its cells do not look like what the heading says")
            elif found.targets:
                self._unsure(column, "another column already holds this")
            return
        self.targets[column] = target
        self._taken.add(target)
        if beside.goes_on(left, target, normal(self._texts.get(column + 1, ""), self._synonyms.words)):
            self._left = left
            return
        part = target.partition(".")[0]
        if target in ADDRESS or part in ("appointment", "affiliation"):
            self._left = "address" if target in ADDRESS else part

    def _unsure(self, column: int, why: str) -> None:
        self.notes.append((column, f"is left out: {why}"))
