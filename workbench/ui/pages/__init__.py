"""One module a page, designed by hand. PAGES describes them all, in the order of the sidebar, and loads none of them.

An explicit tuple, since grep finds it. A module is named in words, so that the window does not wait for pages nobody
looks at yet; a test loads every one.
"""

from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from workbench.records import KINDS
from workbench.records.kind import Kind
from workbench.records.payer import PAYER_CODES
from workbench.records.practice import PRACTICE_ADDRESSES
from workbench.records.requirement import EXCEPTIONS
from workbench.records.upkeep import GOVERNING_DOCUMENTS, STAFF_CERTIFICATIONS
from workbench.records.verification import SOURCES

if TYPE_CHECKING:
    from workbench.ui.kit.page import Page, Shell
    from workbench.ui.session import Session


@dataclass(frozen=True)
class PageOf:
    """What is known of a page before its module is loaded; called, it makes the page."""

    key: str
    title: str
    icon: str
    place: str = ""
    """Its module here and its class: “providers.Providers”; empty for the page of a kind."""
    group: str = ""
    """"" for the first part of the sidebar, "Assurance", "Office"; "hidden" for a page reached from another one."""
    under: str = ""
    """The key of the sidebar's entry that is lit while a hidden page shows."""
    kind: Kind | None = None
    rooms: tuple[str, ...] = ()
    """What it stands on that knows no Qt and takes long to load: loaded beside the window before the page is."""

    def __call__(self, session: "Session", shell: "Shell") -> "Page":
        return self.load()(session, shell)

    @property
    def number(self) -> int:
        """Its place in the whole sidebar, from 1: its key stays the same where survey mode hides others. 0 beyond it."""
        return _IN_SIDEBAR.index(self.key) + 1 if self.key in _IN_SIDEBAR else 0

    def pieces(self) -> list[str]:
        """The modules here that are named after it: loaded one by one while nobody waits, its own is a small one."""
        here = [each.name for each in iter_modules(__path__) if each.name.startswith(f"{self.key}_")]
        return [f"{__name__}.{each}" for each in here]

    def load(self) -> "type[Page]":
        """The class of the page; its module is imported the first time."""
        if self.kind is not None:
            from workbench.ui.pages.kind_page import page_of

            return page_of(self.kind)
        module, _, name = self.place.partition(".")
        found: type[Page] = getattr(import_module(f"{__name__}.{module}"), name)
        return found


ICONS = {
    "practices": "building-2",
    "tasks": "square-check",
    "departments": "stethoscope",
    "categories": "columns-3",
    "specialties": "star",
    "facilities": "hospital",
    "credential_kinds": "id-card",
    "verification_sources": "badge-check",
    "exceptions": "users",
    "bylaws_and_policies": "file-text",
    "staff_certifications": "graduation-cap",
}
_OFTEN = ("Tasks", "Practices")
_DESIGNED = {"tasks": "tasks_page.Tasks"}
"""Kinds of the office whose page can do more than that of any kind."""
PACKETS = (
    "workbench.papers.invitation",
    "workbench.papers.changed",
    "workbench.papers.binding",
    "workbench.papers.pictures",
    "workbench.lists.agenda",
    "workbench.actions.outcomes",
)
ROSTERS = (
    "workbench.sheets.sheet_reading",
    "workbench.sheets.column.columns_of",
    "workbench.sheets.recognizing",
    "workbench.sheets.wording",
)
"""What the import stands on, in pieces: who asks a list for something meanwhile waits for one of them at most."""


def _of_kinds() -> list[PageOf]:
    """Kinds without a page of their own: those used every day first, then the office's lists."""
    kinds = sorted((kind for kind in KINDS if kind.group), key=lambda kind: kind.title not in _OFTEN)
    return [_of_kind(kind) for kind in kinds]


def _of_kind(kind: Kind) -> PageOf:
    place, icon = _DESIGNED.get(kind.name, ""), ICONS.get(kind.name, "list")
    return PageOf(kind.name, kind.title, icon, place, kind.group, kind=None if place else kind)


PAGES: tuple[PageOf, ...] = (
    PageOf("today", "Today", "sun", "today.TodayPage"),
    PageOf("providers", "Providers", "users", "providers.Providers"),
    PageOf(
        "file",
        "Provider file",
        "user",
        "provider_file.ProviderFile",
        "hidden",
        "providers",
        rooms=("workbench.lists.file",),
    ),
    PageOf("import", "Import roster", "file-spreadsheet", "import_review.Import", "hidden", "providers", rooms=ROSTERS),
    PageOf("credentials", "Credentials", "badge-check", "credentials.Credentials"),
    PageOf("applications", "Applications", "clipboard-list", "applications.Applications"),
    PageOf(
        "application", "Application", "clipboard-list", "application_file.ApplicationPage", "hidden", "applications"
    ),
    PageOf("meetings", "Meetings", "calendar", "meetings.Meetings"),
    PageOf("meeting", "Meeting", "calendar", "meeting.MeetingPage", "hidden", "meetings", rooms=PACKETS),
    PageOf("committee", "Committee", "users", "committee.CommitteePage", "hidden", "meetings"),
    PageOf("privileges", "Privileges", "clipboard-check", "privileges.Privileges", "Assurance"),
    PageOf(
        "standards",
        "Standards",
        "shield-check",
        "standards.Standards",
        "Assurance",
        rooms=("workbench.lists.standards",),
    ),
    PageOf("requirements", "Requirements", "clipboard-check", "requirements.Requirements", "hidden", "standards"),
    *(
        PageOf(k.name, k.title, ICONS[k.name], group="hidden", under="standards", kind=k)
        for k in (EXCEPTIONS, SOURCES, GOVERNING_DOCUMENTS, STAFF_CERTIFICATIONS)
    ),
    *_of_kinds(),
    PageOf("payers", "Payers", "mail", "payers.Payers", "Office"),
    PageOf("payer_codes", "Payer codes", "list", group="hidden", under="payers", kind=PAYER_CODES),
    PageOf(
        "practice_addresses",
        "Practice addresses",
        "building-2",
        group="hidden",
        under="practices",
        kind=PRACTICE_ADDRESSES,
    ),
    PageOf("history", "History", "history", "history_page.History", "Office"),
    PageOf("settings", "Settings", "settings", "settings_page.Settings", "Office"),
)


_IN_SIDEBAR = tuple(page.key for page in PAGES if page.group != "hidden")


def face(key: str) -> tuple[str, str, str, str, str]:
    """What a page's class repeats of its description: key, title, icon, group, under."""
    page = next(page for page in PAGES if page.key == key)
    return page.key, page.title, page.icon, page.group, page.under
