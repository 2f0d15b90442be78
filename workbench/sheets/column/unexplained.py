"""Columns whose headings mean nothing to us, told by what stands under them: marks of categories and departments, facilities."""

from workbench.sheets.cell import marks_under
from workbench.sheets.column import facilities, facility_columns
from workbench.sheets.column.headings import UNKNOWN
from workbench.sheets.column.open_days import OpenDays
from workbench.sheets.row import group_names

_PLACES = frozenset(["provider.department", "provider.department_section"])


class Unexplained(OpenDays):
    """What the columns are, those that no heading explains among them."""

    def _not_known(self) -> dict[int, str]:
        """The headings that mean nothing to us, of columns that nobody said anything of."""
        return {
            column: self._texts[column]
            for column, found in self._meanings.items()
            if self.targets[column] is None and found == UNKNOWN and column not in self._corrected
        }

    def _take_marks(self) -> None:
        """Columns headed by a staff category or a department each, with an X where somebody is of it."""
        texts = self._not_known()
        looks = {column: self._look(column) for column in texts}
        if marks_under.OF[marks_under.CATEGORY] not in self._taken:
            self._are_marks(marks_under.categories(texts, looks), marks_under.CATEGORY, "staff category")
        if not _PLACES & self._taken:
            named = self._names_departments(texts)
            self._are_marks(marks_under.departments(named, looks), marks_under.DEPARTMENT, "department")

    def _are_marks(self, columns: list[int], target: str, called: str) -> None:
        for column in columns:
            self.targets[column] = target
            self.notes.append((column, f"is read as a {called}: a mark says who is of it"))

    def _names_departments(self, texts: dict[int, str]) -> list[int]:
        """The columns whose headings are departments, of the office or of any hospital."""
        ours = {group_names.key(name) for name in self._lists.get("department", ())}
        return [
            at for at, text in texts.items() if text and (group_names.is_known(text) or group_names.key(text) in ours)
        ]

    def _take_facilities(self) -> None:
        """Columns that no heading explains and that hold a standing each: one column a facility."""
        texts = self._not_known()
        sure, self.may_be_facilities = facility_columns.columns(texts, {column: self._look(column) for column in texts})
        for column in sure:
            self.targets[column] = facilities.TARGET
            self.notes.append((column, facility_columns.read_as(self._texts[column])))
