"""What every page has: a key, a title, an icon, actions, and a way to be told what changed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workbench.ui.kit.action import action
from workbench.ui.session import Session

T = TypeVar("T")
MARGIN = 22


class Shell(Protocol):
    """What the window offers to its pages."""

    ground: QWidget | None
    """What holds its pages: a page that is made on it is not told of its style once more when it is put there."""
    sample: Callable[[], object] | None
    """Goes to the sample hospital, where there is a way."""

    def go(self, key: str, **arguments: Any) -> None:
        """Show another page; its open(**arguments) is called."""

    def say(self, text: str) -> None:
        """Say something in the status bar."""

    def banner(self, key: str, text: str, actions: Sequence[QAction] = (), tone: str = "warn") -> None:
        """Say something above the page until no_banner(key)."""

    def no_banner(self, key: str) -> None:
        """Take that banner away."""


class Described(Protocol):
    """What the window and the sidebar know of a page before it is made; called, it makes the page."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def under(self) -> str: ...
    @property
    def rooms(self) -> Sequence[str]: ...
    def pieces(self) -> Sequence[str]:
        """Modules that it is loaded from, each of which takes a moment."""

    def load(self) -> "type[Page]":
        """Import what the page needs, so that making it takes half as long."""

    def __call__(self, session: Session, shell: Shell) -> "Page": ...


class Page(QWidget):
    """One page of the window; made when it is first shown."""

    key = ""
    title = ""
    icon = ""
    group = ""
    """"" for the first part of the sidebar, "Assurance", "Office"; "hidden" for a page reached from another one."""
    under = ""
    """The key of the sidebar's entry that is lit while a hidden page shows."""
    rooms: Sequence[str] = ()
    """Modules without Qt that it stands on and that take long to load."""

    past: date | None = None
    """The day that its list is shown as of, while that is not today: nothing is changed in the past."""
    badge_changed = Signal()
    search_box: QLineEdit | None = None

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(shell.ground)
        self.session, self.shell = session, shell
        self.setObjectName(f"page-{self.key}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, 18, MARGIN, 16)
        self.body.setSpacing(12)
        self._actions: list[QAction] = []
        self.says: Callable[[], str] = lambda: ""
        """What the status bar tells while the page shows: how many rows are selected."""

    @property
    def free(self) -> bool:
        """Whether anything can be changed here."""
        return self.past is None and not self.session.read_only

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.past or self.session.today

    def as_shown(self, call: Callable[[], T]) -> T:
        """The answer of a call that reads, on the day that is shown."""
        return self.session.past(self.past).ask(call) if self.past else call()

    def search_here(self) -> bool:
        """Go to where one searches on this page; False if there is no such place."""
        if self.search_box is None:
            return False
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()
        return True

    @classmethod
    def pieces(cls) -> Sequence[str]:
        """Nothing: it is here already."""
        return ()

    @classmethod
    def load(cls) -> "type[Page]":
        """The class of the page, which is here already."""
        return cls

    def add(self, text: str, icon: str, keys: str, call: Callable[[], object], hint: str = "") -> QAction:
        """An action of this page, working wherever the focus is on it."""
        made = action(text, icon, keys, call, self, hint)
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)  # a page that does not show does not hear its keys
        self.addAction(made)
        self._actions.append(made)
        return made

    def know(self, made: QAction) -> None:
        """An action of a part of this page, for the help and the palette of commands."""
        self._actions.append(made)

    def to_make(self) -> list[Callable[[], object]]:
        """Parts that are made when they are first asked for, or one after the other while nobody waits."""
        return []

    def actions(self) -> list[QAction]:
        """What can be done here: for the help and the palette of commands."""
        return list(self._actions)

    def refresh(self, tables: set[str]) -> None:
        """Some rows of these tables changed; called when the page shows, or the next time it does."""

    def recount(self, tables: set[str]) -> None:
        """The same while another page shows: only what badge() says is counted anew."""

    def shown(self) -> None:
        """The page came to the front."""

    def open(self, **arguments: Any) -> None:
        """Another page asked for this one, with what it should show."""

    def leave(self) -> bool:
        """Whether the page may be left; False keeps it (text with a problem would be lost)."""
        return True

    def badge(self) -> str:
        """The count beside its name in the sidebar; empty for none."""
        return ""
