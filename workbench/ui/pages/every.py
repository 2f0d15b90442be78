"""Every page, in the order of the sidebar: an explicit tuple, since grep finds it. Importing it imports them all."""

from workbench.records import KINDS
from workbench.ui.kit.page import Page
from workbench.ui.pages.application_file import ApplicationPage
from workbench.ui.pages.applications import Applications
from workbench.ui.pages.committee import CommitteePage
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.history_page import History
from workbench.ui.pages.import_review import Import
from workbench.ui.pages.kind_page import page_of
from workbench.ui.pages.meeting import MeetingPage
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.privileges import Privileges
from workbench.ui.pages.provider_file import ProviderFile
from workbench.ui.pages.providers import Providers
from workbench.ui.pages.settings_page import Settings

_OFTEN = ("Tasks", "Practices")
_OF_KINDS = sorted((kind for kind in KINDS if kind.group), key=lambda kind: kind.title not in _OFTEN)
"""Kinds without a page of their own: those used every day first, then the office's lists."""

PAGES: tuple[type[Page], ...] = (
    Providers,
    ProviderFile,
    Import,
    Credentials,
    Applications,
    ApplicationPage,
    Meetings,
    MeetingPage,
    CommitteePage,
    Privileges,
    *(page_of(kind) for kind in _OF_KINDS),
    History,
    Settings,
)
