"""What each column means: its heading's words, what its cells look like, and the column to its left."""

from workbench.sheets import targets
from workbench.sheets.column import (
    behind_another,
    beside,
    by_place,
    by_values,
    checklists,
    former_carriers,
    neighbors,
    others,
    pairs,
    spans,
    whose_days,
)
from workbench.sheets.column.credentials import Credential
from workbench.sheets.column.headings import UNKNOWN, Meaning, normal
from workbench.sheets.column.placing import STANDING
from workbench.sheets.column.profile import fits
from workbench.sheets.column.unexplained import Unexplained
from workbench.sheets.column.whose_days import NOBODY, OTHER_THING

SINCE = "provider.status_since"


class Columns(Unexplained):
    """The columns of a sheet being recognized, from left to right."""

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
        self._take_marks()
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
            self._placed[column] = self._left, attribute

    def _take(self, column: int, found: Meaning) -> None:
        self.targets[column] = None
        if column in self._spans and column not in self._settled:
            self._take_span(column, self._spans[column])
        elif pair := pairs.named(self._texts[column], self._synonyms):
            self._take_pair(column, pair)
        elif not self._take_by_neighbor(column, found):
            self._take_by_words(column, found)

    def _take_span(self, column: int, found: Meaning) -> None:
        """ "Policy Period": both days of what its heading names, or of the credential on its left."""
        left = self._left if isinstance(self._left, Credential) and self._left.sort in by_place.TERMED else None
        parts = [f"{spans.APPOINTMENT}.{part}" for part in ("starts", "ends")]
        is_bare_term = not found.known and left is None and self._left != OTHER_THING
        is_bare_term = is_bare_term and spans.says_term(self._texts[column], self._synonyms)
        if (found.targets or is_bare_term) and not (self._taken | self._explicit).intersection(parts):
            self._taken.update(parts)
            self._left = spans.APPOINTMENT
        elif (held := self._held_span(found, left)) and held.attributes.isdisjoint(("issued", "expires")):
            held.attributes.update(("issued", "expires"))
            parts = [f"{self.credentials.called(held)}.{part}" for part in ("issued", "expires")]
            self._left = held
        else:
            self._left = None
            self._unsure(
                column, "another column already holds this" if found.known else "nothing says whose days they are"
            )
            return
        self.targets[column] = targets.BOTH.join(parts)

    def _held_span(self, found: Meaning, left: Credential | None) -> Credential | None:
        if found.targets:
            return None
        return self.credentials.holder(found, "expires", left) if found.sort else left

    def _take_pair(self, column: int, pair: tuple[pairs.Part, pairs.Part]) -> None:
        """ "License/DEA": both, where every cell holds a value of each and no other column does."""
        self._left = None
        found = self._meanings[column]
        look = self._look(column)
        if look.count and pairs.hold_both(pair, look):
            held = [self._held(part) for part in pair]
            if all(name for name, _ in held):
                self.targets[column] = targets.BOTH.join(name for name, _ in held)
                alone = {id(credential): credential for _, credential in held if credential}
                self._left = next(iter(alone.values())) if len(alone) == 1 else None
                return
        sorts = {part.sort for part in pair}
        if (asked := pairs.between(pair, look)) and not any(
            m.sort in sorts for at, m in self._meanings.items() if at != column
        ):
            self.may_mean[column] = asked
            self._unsure(column, pairs.NOT_BOTH)
        elif pairs.may_be_one(pair, look):  # "Category/Status" over one of them
            self._take_by_words(column, found)
        else:
            self._unsure(column, pairs.NOT_BOTH)

    def _held(self, part: pairs.Part) -> tuple[str, Credential | None]:
        """The target of half a column and the credential that it is of; "" where another column has it."""
        if part.sort == "provider":
            is_free = part.target not in self._taken | self._explicit
            self._taken.add(part.target)
            return part.target if is_free else "", None
        held = self.credentials.holder(Meaning(sort=part.sort), part.attribute, None)
        if held is None:
            return "", None
        held.attributes.add(part.attribute)
        return f"{self.credentials.called(held)}.{part.attribute}", held

    def _take_by_neighbor(self, column: int, found: Meaning) -> bool:
        """Whether it means, or may mean, something else than its words for what stands beside it."""
        if self._is_of_another(column, found):
            return True
        if self._is_of_what_was_left_out(column, found):
            self._is_nobodys(column, "as it stands, it is about a column that is left out")
        elif self._is_term_of_another(column):
            self._leave_to_its_neighbor(column)
        elif column in self.may_mean:
            self._left = "appointment"
        elif board := beside.board_of(column, found, self._texts, self._placed, self._look(column)):
            self._place(column, board, "title")
        elif whose_days.is_bare(self._texts[column], self._synonyms) and found.targets:
            return self._take_bare_day(column, found)
        elif whose_days.ends_credential(self._texts[column], self._left, self._synonyms):
            self._take_by_place(column, Meaning(attributes=("expires",)))
        elif said := beside.of_background(column, self._texts, self._left, found, self._synonyms):
            self._take_by_place(column, said)
        elif asked := self._asked_of_its_left(column):
            self.may_mean[column] = asked
            self._unsure(column, "as it stands, it may be about the column on its left")
        else:
            return False
        return True

    def _asked_of_its_left(self, column: int) -> tuple[str, ...]:
        held, part = self._placed.get(column - 1, (None, ""))
        before = f"{self.credentials.called(held)}.{part}" if held else self.targets.get(column - 1) or ""
        return behind_another.choices(
            column, self._texts, (self._left, before), self._meanings, self._look(column), self._synonyms
        )

    def _is_of_another(self, column: int, found: Meaning) -> bool:
        """Whether it is about somebody or something else than the person, and is left out or that one's."""
        if column in self._others and (of_contact := beside.of_contact(self._others[column], found, self._synonyms)):
            self._take_whole(column, of_contact)
        elif column in self._others:
            self._leave_to(self._others[column], column, found)
        elif column in self._no_ends:
            self._left = NOBODY if self._no_ends[column] == checklists.WHY else self._left
            self._unsure(column, self._no_ends[column])
        elif found.targets == STANDING and self._is_of_the_credential(column):
            self._unsure(column, "as it stands, it may be about the credential on its left")
            self._status_left_out = column
        elif self._left == "affiliation" and beside.is_of_hospital(column, self._texts, found, self._synonyms):
            self._unsure(column, "as it stands, it may be about the hospital on its left")
            self._status_left_out = column
        elif self._is_of_thing(column, found):
            self._leave_to_its_neighbor(column)
        elif self._is_recredentialing_of_left(column, found):
            self._leave_to_its_neighbor(column)
            self.may_mean.setdefault(column, found.targets[:1])
        elif STANDING[1] in found.targets and self._is_status_at_a_place(column):
            self._leave_to_its_neighbor(column)
            self.may_mean[column] = (STANDING[1],)
        else:
            return False
        return True

    def _leave_to(self, who: str, column: int, found: Meaning) -> None:
        """A column about somebody else, or another place, of which a heading on its left says so."""
        is_of_left = whose_days.is_of_its_group(who, self._left, self._synonyms)
        is_of_left = is_of_left and not former_carriers.is_one(who, self._synonyms)
        self._left = self._left if is_of_left else NOBODY  # the days behind a carrier's phone are the policy's
        self._unsure(column, f"as it stands, it is about “{who}”")
        is_alone = others.is_said_nowhere(column, who, self._meanings, self._synonyms)
        if is_alone or others.may_be_own(column, who, self._texts, found, self._look):
            self.may_mean[column] = found.targets[:1]

    def _is_of_what_was_left_out(self, column: int, found: Meaning) -> bool:
        """ "License #, Status, Status Date", "Network, Effective Date, Term Date": whether it goes with a column left out."""
        phrase = normal(self._texts[column], self._synonyms.words)
        is_behind = column - 1 == self._status_left_out and self._left == "affiliation"
        if is_behind and found.targets[:1] == ("appointment.initial",):  # "Hospital, Staff Cat, Appt Date"
            return True
        if found.targets == (neighbors.LEFT_ON,):
            return phrase in whose_days.BARE_ENDS and column - 1 in self._nobodys
        if found.targets != (SINCE,):
            return False
        statuses = [at for at, each in self._meanings.items() if at < column and STANDING[1] in each.targets]
        statuses += [] if self._status_left_out is None else [self._status_left_out]
        return bool(statuses) and self.targets[max(statuses)] is None

    def _is_of_the_credential(self, column: int) -> bool:
        """ "License, Status, Exp": whether a status directly behind a credential may be the credential's."""
        held, part = self._placed.get(column - 1, (None, ""))
        right = self._meanings.get(column + 1, UNKNOWN)
        is_bare = normal(self._texts[column], self._synonyms.words) == "status"
        return (
            is_bare
            and held is not None
            and by_place.is_its_status(self._look(column), part, held.sort, right, self._meanings.values())
        )

    def _is_term_of_another(self, column: int) -> bool:
        is_behind = column - 1 in self._nobodys
        return whose_days.is_others_term(column, self._left, is_behind, self._texts, self._meanings, self._synonyms)

    def _leave_to_its_neighbor(self, column: int) -> None:
        self._is_nobodys(column, "as it stands, it is about the column on its left")
        if STANDING[1] in self._meanings[column].targets:
            self._status_left_out = column
        self._meanings[column] = UNKNOWN  # no other day gives way to it

    def _take_by_words(self, column: int, found: Meaning) -> None:
        if found.targets and not found.weak:
            self._take_whole(column, found)
        elif found.weak:
            self._left = "address"
        elif found.sort and pairs.is_not_read(self._texts[column], self._look(column), self._synonyms):
            self._is_nobodys(column, pairs.NOT_BOTH)
        elif found.sort:
            self._take_credential(column, found)
        elif found.attributes:
            if not self._take_together(column, found):
                self._take_by_place(column, found)
        else:
            self._take_by_values(column)

    def _take_together(self, column: int, found: Meaning) -> bool:
        """ "License, DEA, Exp, Exp": whether it is one of several that stand behind several credentials, or is no part of any."""
        self.together.look_at(column)
        behind = self.together.behind
        if whose := behind.get(column) or self._of_its_number(column, found):
            self._place(column, *whose)
        elif column in behind or self.together.is_of_another(column, self._left):
            self._settled.add(column)
            self._is_nobodys(column, "nothing says which of those on its left it belongs to")
        else:
            return False
        return True

    def _of_its_number(self, column: int, found: Meaning) -> tuple[Credential, str] | None:
        """ "State 2" right before "License 2": the credential that the next heading counts as well."""
        right = self._meanings.get(column + 1, UNKNOWN)
        is_its = found.number > 1 and right.number == found.number and right.sort in by_place.OF_STATES
        if not is_its or "state" not in found.attributes or not fits("state", self._look(column)):
            return None
        held = self.credentials.holder(Meaning(sort=right.sort, number=found.number), "state", None)
        return (held, "state") if held else None

    def _take_by_values(self, column: int) -> None:
        """An unknown heading, or none, over cells that leave no doubt."""
        words = normal(self._texts[column], self._synonyms.words).split()
        if words:
            self._left = whose_days.behind(self._texts[column], self._look(column), self._left, self._synonyms)
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
