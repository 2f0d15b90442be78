"""Columns of days that are left out, of which a person would ask: whose they are, or whether anything ends on them."""

from workbench.sheets.column import by_place, whose_days
from workbench.sheets.column.neighbors import is_to_come
from workbench.sheets.column.placing import Placing
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
        return not is_known and whose_days.names_other_thing(self._texts.get(at, ""), self._synonyms)
