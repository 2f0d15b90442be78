"""What each column means: its heading's words, what its cells look like, and the column to its left."""

from collections.abc import Callable

from workbench.sheets import targets
from workbench.sheets.column import (
    beside,
    by_values,
    chosen,
    facilities,
    facility_columns,
    neighbors,
    parts,
    reappointments,
)
from workbench.sheets.column.credentials import Credential, Credentials
from workbench.sheets.column.headings import UNKNOWN, Meaning, Synonyms, normal
from workbench.sheets.column.profile import Profile, fits

ADDRESS = {"provider.street", "provider.street2", "provider.city", "provider.zip"}
STILL_THE_SAME = {"type", "status", "class", "schedule", "schedules", "verified", "source", "category", "level"}


class Columns:
    """The columns of a sheet being recognized, from left to right."""

    def __init__(
        self,
        texts: dict[int, str],
        look: Callable[[int], Profile],
        synonyms: Synonyms,
        corrected: dict[int, str | None],
    ) -> None:
        self._texts, self._look, self._synonyms, self._corrected = texts, look, synonyms, corrected
        self._meanings = neighbors.meanings(texts, look, synonyms)
        meant, self.may_mean = reappointments.told(texts, self._meanings, look, synonyms)
        self._meanings |= meant
        self._others = neighbors.others(texts, self._meanings, synonyms)
        self._settled = {*corrected, *self._others}
        self._before = neighbors.before_their_numbers(self._meanings)
        self._explicit = {
            m.targets[0]
            for column, m in self._meanings.items()
            if len(m.targets) == 1 and not m.weak and column not in {*self._settled, *self.may_mean}
        }
        self._taken: set[str] = {target for target in corrected.values() if target}
        self.credentials = Credentials()
        self._left: Credential | str | None = None
        self._placed: dict[int, tuple[Credential, str]] = {}
        self.targets: dict[int, str | None] = {}
        self.notes: list[tuple[int, str]] = []
        self.no_ends: list[int] = []
        self.may_be_facilities: dict[int, bool] = {}
        """As a SheetReading has them."""
        self.second: int | None = None
        """Where a second table of people begins, which is not read."""

    def recognize(self) -> None:
        """Fill `targets` and `notes`."""
        for column in sorted(self._texts):
            if column in self._corrected:
                self._take_corrected(column, self._corrected[column])
            else:
                self._take(column, self._meanings[column])
        for column, found in self._meanings.items():
            if found.weak and self.targets[column] is None and column not in self._settled:
                self._take_whole(column, found)
        self._take_far_dates()
        self._mend_names()
        self._take_facilities()
        for column, (credential, attribute) in self._placed.items():
            self.targets[column] = f"{self.credentials.called(credential)}.{attribute}"

    def _take_corrected(self, column: int, target: str | None) -> None:
        self.targets[column] = target
        self._left = None
        found = targets.NUMBERED.match(target or "")
        sort, _, attribute = targets.plain(target or "").partition(".")
        if sort in targets.SORTS:
            number = int(found[2]) if found else 1
            self._left = self.credentials.numbered(sort, number)
            self._left.attributes.add(attribute)

    def _take(self, column: int, found: Meaning) -> None:
        self.targets[column] = None
        if not self._take_by_neighbor(column, found):
            self._take_by_words(column, found)

    def _take_by_neighbor(self, column: int, found: Meaning) -> bool:
        """Whether it means, or may mean, something else than its words for what stands beside it."""
        if column in self._others and (of_contact := beside.of_contact(self._others[column], found, self._synonyms)):
            self._take_whole(column, of_contact)
        elif column in self._others:
            self._left = None
            self._unsure(column, f"as it stands, it is about “{self._others[column]}”")
        elif column in self.may_mean:
            self._left = "appointment"
        elif board := beside.board_of(column, found, self._texts, self._placed):
            self._place(column, board, "title")
        elif beside.is_of_the_policy(self._texts[column], self._left, self._synonyms):
            self._take_by_place(column, Meaning(attributes=("issued",)))
        elif said := beside.of_background(self._texts[column], self._left, found, self._synonyms):
            self._take_by_place(column, said)
        else:
            return False
        return True

    def _take_by_words(self, column: int, found: Meaning) -> None:
        if found.targets and not found.weak:
            self._take_whole(column, found)
        elif found.weak:
            self._left = "address"
        elif found.sort:
            self._take_credential(column, found)
        elif found.attributes:
            self._take_by_place(column, found)
        else:
            self._take_by_values(column)

    def _take_facilities(self) -> None:
        """Columns that no heading explains and that hold a standing each: one column a facility."""
        texts = {
            column: self._texts[column]
            for column, found in self._meanings.items()
            if self.targets[column] is None and found == UNKNOWN and column not in self._corrected
        }
        sure, self.may_be_facilities = facility_columns.columns(texts, {column: self._look(column) for column in texts})
        for column in sure:
            self.targets[column] = facilities.TARGET
            self.notes.append((column, facility_columns.read_as(self._texts[column])))

    def _take_whole(self, column: int, found: Meaning) -> None:
        look = self._look(column)
        target = chosen.target(found, look, self._taken, self._explicit)
        self._left = None
        if target is None:
            if any(choice not in self._taken for choice in found.targets):
                self._unsure(column, "its cells do not look like what the heading says")
            elif found.targets:
                self._unsure(column, "another column already holds this")
            return
        self.targets[column] = target
        self._taken.add(target)
        part = target.partition(".")[0]
        self._left = "address" if target in ADDRESS else part if part in ("appointment", "affiliation") else None

    def _take_credential(self, column: int, found: Meaning) -> None:
        look, text = self._look(column), self._texts[column]
        doubt = neighbors.doubt(text, look, self._texts, self._meanings, self._synonyms)
        attribute = None if doubt else parts.attribute_of(found, look, self._meanings, self._synonyms)
        if attribute is None:
            self._unsure(column, doubt or "its cells do not say clearly what they are")
            self._left = None
            return
        credential = self.credentials.holder(found, attribute, self._left)
        if credential is None:
            self._unsure(column, "another column already holds this")
            return
        self._place(column, credential, attribute)

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
        if "state" in found.attributes and self._take_state(column, left):
            return
        look = self._look(column)
        if isinstance(left, Credential):
            allowed = self._synonyms.allowed.get(left.sort, self._synonyms.allowed["other"])
            for attribute in found.attributes:
                if (
                    attribute in allowed
                    and attribute not in left.attributes
                    and fits(targets.kind(f"{left.sort}.{attribute}"), look)
                ):
                    self._place(column, left, attribute)
                    return
        if isinstance(left, str) and (target := beside.of_term(left, found, look)):
            self._take_whole(column, Meaning((target,)))
            return
        self._left = None
        self._unsure(column, "nothing on its left says what it belongs to")

    def _take_far_dates(self) -> None:
        """Where one license is all that stands on the left and can expire, a date further to the right is the license's too."""
        if any(t and t.startswith("appointment.") for t in self.targets.values()):
            return
        for column, found in sorted(self._meanings.items()):
            is_open = self.targets[column] is None and column not in self._settled and column not in self._before
            if (
                is_open
                and found.attributes
                and not found.sort
                and neighbors.names_a_term(self._texts[column], self._synonyms)
            ):
                placed = {at: held for at, (held, _) in self._placed.items() if held.sort not in targets.BACKGROUNDS}
                before = {id(held): held for at, held in placed.items() if at < column}
                beside, _ = self._placed.get(column + 1, (None, ""))
                held = list(before.values()) or ([beside] if beside else [])
                if len(held) == 1 and held[0].sort == "license":
                    self._take_date(column, found, held[0])

    def _take_date(self, column: int, found: Meaning, credential: Credential) -> None:
        look = self._look(column)
        for attribute in ("expires", "issued"):
            free = attribute in found.attributes and attribute not in credential.attributes
            if free and look.count and fits("day", look):
                self._place(column, credential, attribute)
                self.notes = [note for note in self.notes if note[0] != column]
                return

    def _take_state(self, column: int, left: Credential | str | None) -> bool:
        if not fits("state", self._look(column)):
            return False
        if isinstance(left, Credential):
            if "state" in left.attributes or left.sort == "liability":
                return False
            self._place(column, left, "state")
            return True
        right = self._meanings.get(column + 1, Meaning())
        if left != "address" and right.sort in ("license", "cds") and not ADDRESS & set(right.targets):
            credential = self.credentials.holder(Meaning(sort=right.sort), "state", None)
            if credential is not None:
                self._place(column, credential, "state")
                return True
        alone = not any(m.sort for m in self._meanings.values())
        if left == "address" or alone or ADDRESS & (self._explicit | self._taken):
            self._take_whole(column, Meaning(("provider.state",)))
            return True
        return False

    def _take_by_values(self, column: int) -> None:
        """An unknown heading, or none, over cells that leave no doubt."""
        words = normal(self._texts[column], self._synonyms.words).split()
        if words and not STILL_THE_SAME.intersection(words):
            self._left = None
        has_dea = any(m.sort == "dea" and m.attributes in ((), ("number",)) for m in self._meanings.values())
        found = by_values.told(words, self._look(column), self._explicit | self._taken, has_dea)
        if found is None:
            return
        if found[0] == "dea.number":
            held = self.credentials.holder(Meaning(sort="dea"), "number", self._left)
            self._place(column, held or self.credentials.new("dea"), "number")
        else:
            self.targets[column] = found[0]
            self._taken.add(found[0])
        self.notes.append((column, found[1]))

    def _mend_names(self) -> None:
        """ "Name" beside "First name" is the surname."""
        if "provider.first" not in self._taken or "provider.last" in self._taken:
            return
        for column, found in self._meanings.items():
            if "provider.full_name" in found.targets and column not in self._corrected:
                look = self._look(column)
                if look.share(lambda text: "," not in text and len(text.split()) <= 2) >= 0.9 and fits("surname", look):
                    self.targets[column] = "provider.last"
                    self._taken.add("provider.last")
                    return

    def _unsure(self, column: int, why: str) -> None:
        self.notes.append((column, f"is left out: {why}"))
