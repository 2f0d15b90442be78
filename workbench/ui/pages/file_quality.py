"""What the standards watch of a person, as tabs of the file: exceptions, evaluations, actions, queries and checks; and beside
the privileges those that are granted for a short time."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.lists.application_parts import CHECKS_PART, OPPE_PART
from workbench.lists.file import File
from workbench.lists.file_parts import Part
from workbench.lists.file_quality import ADVERSE_PART, DISASTER_PART, EXCEPTIONS_PART, FPPE_PART, TEMPORARY_PART
from workbench.records.provider import Provider
from workbench.rules import searched_names
from workbench.ui.pages.file_looks import LooksCard
from workbench.ui.pages.file_privileges import FilePrivileges
from workbench.ui.pages.file_records import RecordsCard
from workbench.ui.pages.file_stacked import Stacked
from workbench.ui.pages.npdb_queries import NpdbQueries


def _begun(part: Part, page: Any, *days: str, **more: Callable[[], Any]) -> RecordsCard:
    """A card whose new records begin today, and with what more says."""

    def defaults() -> dict[str, Any]:
        return dict.fromkeys(days, page.session.today) | {name: value() for name, value in more.items()}

    return RecordsCard(part, page, defaults=defaults)


class Quality(Stacked):
    """Exceptions first: they say what is not asked."""

    def __init__(self, page: Any) -> None:
        by = lambda: page.session.seat_name  # noqa: E731
        self.exceptions = _begun(EXCEPTIONS_PART, page, "since", by=by)
        self.fppe = _begun(FPPE_PART, page, "starts")
        self.adverse = _begun(ADVERSE_PART, page, "imposed")
        self.oppe, self.queries = _begun(OPPE_PART, page), NpdbQueries(page)
        self.checks = _begun(CHECKS_PART, page, "done", by=by, names=lambda: _names(page.file.id))
        self.looks = LooksCard(page)
        super().__init__([self.exceptions, self.fppe, self.oppe, self.adverse, self.queries, self.checks, self.looks])


def _names(provider: int) -> str:
    """Every name under which a person is looked for in an exclusion list."""
    person = Provider.get_by_id(provider)
    return searched_names.noted(searched_names.names_of(person, person.other_names))


class PrivilegesTab(QWidget):
    """What is held, and below it what is granted until the board decides, or while a disaster lasts."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self.held = FilePrivileges(page)
        self.temporary = _begun(TEMPORARY_PART, page, "starts", application=lambda: _under_way(page.file))
        self.disaster = _begun(DISASTER_PART, page, "arrived")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.held, 1)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self.temporary, 1)
        beside.addWidget(self.disaster, 1)
        column.addLayout(beside)

    def show_file(self, file: File) -> None:
        """Show the privileges of a file."""
        for card in (self.held, self.temporary, self.disaster):
            card.show_file(file)


def _under_way(file: File) -> int | None:
    """The one application that is not closed; None where there is none, or several."""
    running = [each.id for each in file.parts["applications"] if not each.texts[4]]
    return running[0] if len(running) == 1 else None
