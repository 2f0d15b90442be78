"""The pages of the window, in the order of the sidebar. An explicit tuple: grep finds it."""

from workbench.records import KINDS
from workbench.ui.kit.page import Page
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.history_page import History
from workbench.ui.pages.kind_page import page_of
from workbench.ui.pages.settings_page import Settings

PAGES: tuple[type[Page], ...] = (
    Credentials,
    *(
        page_of(kind)
        for kind in sorted(KINDS, key=lambda kind: kind.title in ("Tasks", "Practices"), reverse=True)
        if kind.group
    ),
    History,
    Settings,
)
