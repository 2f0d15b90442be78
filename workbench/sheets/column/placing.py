"""Columns placed one after the other: each by its heading, or as a part of the credential on its left."""

from collections.abc import Callable

from workbench.sheets import targets
from workbench.sheets.column import (
    by_place,
    ends,
    neighbors,
    others,
    parts,
    profile,
    reappointments,
)
from workbench.sheets.column.credentials import Credential, Credentials
from workbench.sheets.column.headings import UNKNOWN, Meaning, Synonyms, normal
from workbench.sheets.column.profile import Profile, fits

STANDING = ("provider.category", "provider.status")
SPECIALTIES = {"provider.specialty", "provider.subspecialty"}
ADDRESS = {"provider.street", "provider.street2", "provider.city", "provider.zip"}
STILL_THE_SAME = {
    "type",
    "status",
    "class",
    "schedule",
    "schedules",
    "verified",
    "source",
    "category",
    "level",
    "recertification",
    "recert",
}


class Placing:
    """What the columns so far are, and whose the next one can be."""

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
        self._others = others.others(texts, self._meanings, look, synonyms)
        self._no_ends = ends.not_ends(texts, self._meanings, look, synonyms)
        self._settled = {*corrected, *self._others, *self._no_ends}
        self._before = neighbors.before_their_numbers(self._meanings)
        self._explicit = self._said_alone()
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
            self._left = None
            return
        if attribute == "limits" and isinstance(self._left, Credential) and self._left.sort == found.sort:
            found = found._replace(number=1)  # "Insurance, Insurance 2": a carrier and its limits
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
            phrase = normal(self._texts[column], self._synonyms.words).split()
            right = self._meanings.get(column + 1, UNKNOWN)
            for part in by_place.parts_of(left, found, phrase, look, right, self._synonyms):
                self._place(column, left, part)
                return
        if left == "appointment" and look.days >= 0.5:
            target = "appointment.ends" if "expires" in found.attributes else "appointment.starts"
            if "issued" in found.attributes or "expires" in found.attributes:
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
            is_open = is_open and not self._is_behind_another(column)
            if (
                is_open
                and found.attributes
                and not found.sort
                and neighbors.names_a_term(self._texts[column], self._synonyms)
            ):
                before = {id(held): held for at, (held, _) in self._placed.items() if at < column}
                beside, _ = self._placed.get(column + 1, (None, ""))
                held = list(before.values()) or ([beside] if beside else [])
                if len(held) == 1 and held[0].sort == "license":
                    self._take_date(column, found, held[0])

    def _is_behind_another(self, column: int) -> bool:
        """Whether a heading that is not known stands directly on the left: what follows may be its."""
        left = column - 1
        words = normal(self._texts.get(left, ""), self._synonyms.words).split()
        return bool(words) and self._meanings[left] == UNKNOWN and not STILL_THE_SAME.intersection(words)

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
        numbered = self._meanings.get(column - 1, UNKNOWN)
        if "number" in numbered.attributes and not numbered.known:
            return False  # "#, St, Exp" under a group that is not known
        alone = not any(m.sort for m in self._meanings.values())
        if left == "address" or alone or ADDRESS & (self._explicit | self._taken):
            self._take_whole(column, Meaning(("provider.state",)))
            return True
        return False

    def _board_of(self, column: int, found: Meaning) -> Credential | None:
        """ "Board 1, Specialty 1, Board 2, Specialty 2": the specialty directly behind a board is the certified one."""
        before, _ = self._placed.get(column - 1, (None, ""))
        numbers = self._texts[column][-1:], self._texts.get(column - 1, "")[-1:]
        is_theirs = before is not None and before.sort == "board" and before.attributes == {"issuer"}
        is_numbered = numbers[0].isdigit() and numbers[0] == numbers[1]
        return before if is_theirs and is_numbered and SPECIALTIES.intersection(found.targets) else None

    def _is_of_the_policy(self, column: int) -> bool:
        """ "Policy #, Effective Date": the day on which the coverage begins, or a license, not an appointment."""
        left, (_, part) = self._left, self._placed.get(column - 1, (None, ""))
        if not isinstance(left, Credential) or "issued" in left.attributes:
            return False
        is_directly = left.sort == "liability" or part in ("number", "state")
        return is_directly and normal(self._texts[column], self._synonyms.words) == "effective date"

    def _is_of_the_credential(self, column: int) -> bool:
        """ "License, Status, Exp": whether a status directly behind a credential may be the credential's."""
        held, part = self._placed.get(column - 1, (None, ""))
        right = self._meanings.get(column + 1, UNKNOWN)
        is_bare = normal(self._texts[column], self._synonyms.words) == "status"
        return is_bare and held is not None and by_place.is_its_status(self._look(column), part, held.sort, right)

    def _take_whole(self, column: int, found: Meaning) -> None:
        look = self._look(column)
        target = self._chosen(found, look)
        phrase = normal(self._texts[column], self._synonyms.words)
        if target is None and isinstance(self._left, Credential) and phrase == "initial":  # "Board, Cert #, Initial"
            self._take_by_place(column, Meaning(attributes=("issued",)))
            return
        self._left = None
        if target is None:
            if any(choice not in self._taken for choice in found.targets):
                self._unsure(column, "its cells do not look like what the heading says")
            elif found.targets:
                self._unsure(column, "another column already holds this")
            return
        self.targets[column] = target
        self._taken.add(target)
        self._left = "address" if target in ADDRESS else "appointment" if target.startswith("appointment.") else None

    def _chosen(self, found: Meaning, look: Profile) -> str | None:
        choices = [target for target in found.targets if target not in self._taken or target in targets.SEVERAL]
        if found.targets == ("provider.category", "provider.status"):
            return self._standing(choices, look)
        if len(found.targets) > 1:
            choices = [target for target in choices if target not in self._explicit] or choices
            if {"provider.last", "provider.first"} & self._explicit:  # "Nombre" beside "Apellidos" is no name in full
                choices = [target for target in choices if target != "provider.full_name"] or choices
        for target in choices:
            kind = targets.kind(target)
            if kind == "category" and len(found.targets) > 1 and profile.says_category(look) is not True:
                continue
            if fits(kind, look):
                return target
        return None

    def _standing(self, choices: list[str], look: Profile) -> str | None:
        """Whether "Status" means the staff category or the status, by its values."""
        if "provider.category" in self._explicit or "provider.category" not in choices:
            return "provider.status" if "provider.status" in choices else None
        says = profile.says_category(look) if look.count else False
        chosen = "provider.category" if says else "provider.status"
        return chosen if says is not None and chosen in choices else None

    def _unsure(self, column: int, why: str) -> None:
        self.notes.append((column, f"is left out: {why}"))
