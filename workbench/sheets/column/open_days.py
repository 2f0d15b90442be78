"""Columns of days that are left out, of which a person would ask: whose they are, or whether anything ends on them."""

from workbench.sheets import targets
from workbench.sheets.column import by_place, neighbors, whose_days
from workbench.sheets.column.credentials import Credential
from workbench.sheets.column.headings import UNKNOWN, Meaning, normal
from workbench.sheets.column.neighbors import is_to_come
from workbench.sheets.column.placing import Placing
from workbench.sheets.column.profile import fits
from workbench.sheets.column.whose_days import OTHER_THING

_ENDS, _MOST = ("expires",), 0.5


class OpenDays(Placing):
    """What the columns are, asked for days that mean something and belong to nothing."""

    def open_ends(self) -> list[int]:
        """The columns under a bare "Exp" that are left out, although most of their days are still to come."""
        left_out = [column for column, target in sorted(self.targets.items()) if target is None]
        bare = [column for column in left_out if column in self._nobodys and self._meanings[column].attributes == _ENDS]
        return [column for column in bare if self._look(column).count and self._look(column).share(is_to_come) >= _MOST]

    def ends_gone_by(self) -> list[int]:
        """The columns headed by a credential alone that are left out since all their days are over."""
        found = [column for column, target in sorted(self.targets.items()) if target is None]
        bare = [
            column
            for column in found
            if self._meanings[column].sort in by_place.TERMED and not self._settled & {column}
        ]
        alone = {column: self._look(column) for column in bare if _ENDS[0] not in self._meanings[column].attributes[:1]}
        return [at for at, look in alone.items() if look.count and look.dates >= _MOST and not look.share(is_to_come)]

    def _is_behind_other_thing(self, column: int) -> bool:
        """Whether a column stands behind a thing that is not kept, through bare headings that are that thing's."""
        if self._left == OTHER_THING:
            return True
        at = column - 1
        while at in self._nobodys:
            at -= 1
        is_known = self.targets.get(at) is not None or at == column - 1
        return not is_known and self._is_thing(at)

    def _is_thing(self, column: int) -> bool:
        text = self._texts.get(column, "")
        is_named = whose_days.names_other_thing(text, self._synonyms)
        return is_named or bool(text) and whose_days.is_thing_of_its_own(text, self._look(column), self._synonyms)

    def _is_of_thing(self, column: int, found: Meaning) -> bool:
        """Whether a heading is about a thing on its left that is not kept."""
        is_behind = self._is_behind_other_thing(column)
        is_its = is_behind and whose_days.is_of_other_thing(self._texts[column], found, self._synonyms)
        return is_its or self._is_of_plan(column, found)

    def _is_recredentialing_of_left(self, column: int, found: Meaning) -> bool:
        """ "CAQH ID, Eff Date, Recred Date": whether the day before it is no appointment's, and so may this be none."""
        is_bare = bool(found.targets) and whose_days.is_recredentialing(self._texts[column], self._synonyms)
        is_behind = whose_days.is_bare(self._texts.get(column - 1, ""), self._synonyms)
        is_of_term = (self.targets.get(column - 1) or "").startswith("appointment.")
        return is_bare and is_behind and not is_of_term

    def _is_of_plan(self, column: int, found: Meaning) -> bool:
        """ "Payer, Par Status, Par Effective, Next Recred": whether a plan stands on the left, and nothing of the person between."""
        is_end = whose_days.is_end(self._texts[column], self._synonyms)
        if not (found.targets or is_end) or not whose_days.is_of_plan(self._texts[column], self._synonyms):
            return False
        for at in sorted((at for at in self._texts if at < column), reverse=True):
            if self.targets[at] is not None:
                return False
            if whose_days.is_plan(self._texts[at], self._look(at), self._synonyms):
                return True
        return False

    def _is_status_at_a_place(self, column: int) -> bool:
        """ "Location, Status, Start Date, End Date": whether a status may be how somebody stands where the days begin and end."""
        if normal(self._texts[column], self._synonyms.words) not in ("status", "current status"):
            return False
        right = self._meanings.get(column + 1, UNKNOWN)
        is_bare = whose_days.is_bare(self._texts.get(column + 1, ""), self._synonyms)
        is_day = is_bare or not right.known and right.attributes[:1] == ("issued",)
        left = set(normal(self._texts.get(column - 1, ""), self._synonyms.words).split())
        is_place = self.targets.get(column - 1) == "practice.name"
        is_place = (
            is_place or self.targets.get(column - 1) is None and left <= set(self._synonyms.lines["places_of_work"])
        )
        return bool(left) and is_place and is_day and not self._stands_before_a_term(column + 1)

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
                placed = {at: held for at, (held, _) in self._placed.items() if held.sort not in targets.BACKGROUNDS}
                before = {id(held): held for at, held in placed.items() if at < column}
                right, _ = self._placed.get(column + 1, (None, ""))
                held = list(before.values()) or ([right] if right else [])
                if len(held) == 1 and held[0].sort == "license":
                    self._take_date(column, found, held[0])

    def _is_behind_another(self, column: int) -> bool:
        """Whether a heading that is not known stands directly on the left: what follows may be its."""
        left = column - 1
        text = self._texts.get(left, "")
        if left in self._nobodys and self.targets[left] is None:
            return True
        is_unknown = bool(text) and self._meanings[left] == UNKNOWN
        return is_unknown and not whose_days.is_of_its_group(text, self._left_of(left), self._synonyms)

    def _left_of(self, column: int) -> Credential | None:
        """The last credential before a column."""
        placed = [at for at in self._placed if at < column]
        return self._placed[max(placed)][0] if placed else None

    def _take_date(self, column: int, found: Meaning, credential: Credential) -> None:
        look = self._look(column)
        for attribute in ("expires", "issued"):
            free = attribute in found.attributes and attribute not in credential.attributes
            if free and look.count and fits("day", look):
                self._place(column, credential, attribute)
                self.notes = [note for note in self.notes if note[0] != column]
                return
