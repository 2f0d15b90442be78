"""Settings: the office's policy, lists and views; what protects the file; what holds at this seat."""

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.actions import offices, protecting
from workbench.actions.protecting import Copies, Sealing
from workbench.errors import Problem, WorkbenchError
from workbench.records.policy import Policy
from workbench.store import database, settings
from workbench.store.office import Seat as Chair
from workbench.ui import backing
from workbench.ui.kit.buttons import button
from workbench.ui.kit.card import Card, Facts
from workbench.ui.kit.folding import Folding
from workbench.ui.kit.header import Header
from workbench.ui.kit.labels import note
from workbench.ui.kit.mnemonics import marked
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.kit.tabs import Tabs
from workbench.ui.lines import Lines
from workbench.ui.pages import face
from workbench.ui.pages.settings_lists import ListsPart
from workbench.ui.pages.settings_packs import PacksPart
from workbench.ui.pages.settings_points import PointsPart
from workbench.ui.pages.settings_seat import SIZES, THEMES, SeatPart
from workbench.ui.pages.settings_values import CHOOSES, LONG, read, shown
from workbench.ui.passphrases import ChangePassphrase, Encrypt
from workbench.ui.session import Session

TABS = (
    ("office", "Policy and file"),
    ("packs", "Standards packs"),
    ("points", "Bylaws' words"),
    ("lists", "Lists and views"),
    ("seat", "This seat"),
)
UNSEALED = "Birth dates and Social Security numbers are left out of imports until the office is encrypted."
LEAST, WIDE = 380, 1240
"""Logical pixels that a card needs to stand beside another, and that the whole takes at most."""


class Settings(Page):
    """Each line is kept on leaving it, and can be undone by name."""

    key, title, icon, group, under = face("settings")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self._make_actions()
        self.fields = [each for each in dataclasses.fields(Policy) if not each.metadata.get("fixed")]
        self.lines = Lines()
        labels = marked([each.metadata["label"] for each in self.fields], "abcex")
        for each, label in zip(self.fields, labels, strict=True):
            if each.name in CHOOSES:
                self.lines.add_choice(each.name, label, CHOOSES[each.name]())
            elif each.name in LONG:
                self.lines.add_long(each.name, label)
            else:
                self.lines.add(each.name, label)
        self.lines.left.connect(self._keep)
        self.seat, self.lists = SeatPart(session), ListsPart(self)
        self.packs, self.points = PacksPart(self), PointsPart(self)
        self.seat.named.connect(self._show_file)
        self.header, self.tabs, self._stack = Header(self.title), Tabs("Parts of the settings"), QStackedWidget(self)
        self._facts, self._warned = Facts(), note(UNSEALED)
        self._lay_out()
        self._load()
        self._show_file()

    def _make_actions(self) -> None:
        self.back_up = self.add(
            "&Back up now…", "save", "Ctrl+B", lambda: backing.ask(self.session, self, self._show_file)
        )
        backing.say_alike(self.back_up)
        self.encrypt = self.add(
            "&Encrypt this office…", "lock", "Ctrl+Shift+L", self._ask_encrypt, hint="Encrypt it under a passphrase"
        )
        self.change = self.add("&Change passphrase…", "lock", "Ctrl+Shift+P", self._ask_change)
        for choice, words in THEMES:
            self.add(
                f"Colors: {words.lower()}",
                "sun",
                "",
                partial(self._wear, choice),
                f"{words} mode, at this seat",
            )
        for percent, words in SIZES:
            self.add(f"Size: {words}", "eye", "", partial(self._size, percent), "How large everything is, at this seat")
        self.add("Next part of the page", "", "Ctrl+PgDown or Ctrl+Tab", lambda: self._turn(1))
        self.add("Previous part of the page", "", "Ctrl+PgUp", lambda: self._turn(-1))

    def _lay_out(self) -> None:
        self.header.buttons([self.back_up])
        office, file = Card("The office"), Card("The file")
        office.add(self.lines)
        office.add(note("A change is kept when you leave the line, and can be undone."))
        file.add(self._facts)
        file.add(self._warned)
        row = QHBoxLayout()
        row.addWidget(button(self.encrypt, icon=True))
        row.addWidget(button(self.change, icon=True))
        row.addStretch(1)
        file.body.addLayout(row)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(file)
        column.addStretch(1)
        whole = Folding((office, right), LEAST, 16)
        for part in (whole, self.packs, self.points, self.lists, self.seat):
            fills = part in (self.packs, self.points)
            self._stack.addWidget(Scrolling(part, self._stack) if fills else self._scrolled(part))
        self.tabs.set(TABS)
        self.tabs.chosen.connect(self._show_part)
        for widget, stretch in ((self.header, 0), (self.tabs, 0), (self._stack, 1)):
            self.body.addWidget(widget, stretch)

    def _scrolled(self, part: QWidget) -> Scrolling:
        inner = QWidget()
        area = Scrolling(inner, self._stack)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 4, 0, 0)
        part.setMaximumWidth(WIDE)  # boxes are no wider than what is typed into them; the bar stands at the edge
        row = QHBoxLayout()
        row.addWidget(part, WIDE)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return area

    def _show_part(self, key: str) -> None:
        self._stack.setCurrentIndex([each for each, _ in TABS].index(key))
        self._read_part()

    def _read_part(self) -> None:
        parts = {"lists": self.lists.show_lists, "packs": self.packs.show_packs, "points": self.points.show_points}
        parts["seat"] = self.seat.show_seat
        if (read_part := parts.get(self.tabs.current())) is not None:
            read_part()

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def open(self, part: str = "", setting: str = "", **_: Any) -> None:
        """Show a part: office, packs, points, lists or seat; go to a line of the policy by its name."""
        if part:
            self.tabs.choose(part)
        if setting:
            self.tabs.choose("office")
            self.lines.focus(setting)

    def refresh(self, tables: set[str]) -> None:
        """The policy may have changed by an undo."""
        if "setting" in tables:
            self._load()
        self._read_part()

    def shown(self) -> None:
        """The backup may be another one now, and a list longer."""
        self._show_file()
        self._read_part()

    # The policy

    def _load(self) -> None:
        policy = settings.load(Policy)
        for each in self.fields:
            self.lines.set_text(each.name, shown(each.name, getattr(policy, each.name)))
            self.lines.set_enabled(each.name, not self.session.read_only)
        self.header.subtitle(policy.hospital)

    def _keep(self, name: str) -> None:
        value = read(name, self.lines.text(name), self.session.today)
        if isinstance(value, Problem):
            self.lines.show_problems([value])
        elif value != getattr(settings.load(Policy), name):
            self.session.do(partial(offices.set_policy, **{name: value}))

    # This seat

    def _wear(self, choice: str) -> None:
        self.tabs.choose("seat")
        self.seat.choose(choice)

    def _size(self, percent: int) -> None:
        self.tabs.choose("seat")
        self.seat.set_size(percent)

    # The file

    def _show_file(self) -> None:
        office, sealed, free = self.session.office, self.session.office.encrypted, not self.session.read_only
        state = ("Encrypted", "good") if sealed else ("Not encrypted", "warn")
        self._facts.set(
            [
                ("File", office.path.name),
                ("Folder", str(office.path.parent)),
                ("Protection", *state),
                (
                    "Last backup",
                    backing.last(self.session.seat, office.path, self.session.today) or "None yet from this computer",
                ),
                ("You are", database.seat),
            ]
        )
        self._warned.setVisible(not sealed and not settings.load(Policy).invented)
        self.encrypt.setVisible(not sealed)
        self.encrypt.setEnabled(free)
        self.back_up.setEnabled(True)
        self.change.setVisible(sealed)
        self.change.setEnabled(free)

    def _ask_encrypt(self) -> None:
        if self.session.undisturbed("encrypt"):
            Encrypt(self._encrypt, self.window()).open()

    def _encrypt(self, passphrase: str) -> None:
        if not self.session.undisturbed("encrypt"):  # a job may have begun while the passphrase was thought of
            return
        chair = Chair(database.seat, database.clock)
        begun = self.session.do(protecting.begin, self.session.office, chair, passphrase)
        if begun is None:
            return

        def give_up(error: object) -> None:
            begun.give_up()
            self._show_file()
            if isinstance(error, WorkbenchError):
                self.session.messages.error(error)

        for each in (self.encrypt, self.back_up):
            each.setEnabled(False)
        after: dict[str, Any] = {"failed": give_up, "cancelled": give_up, "broken": give_up}
        self.session.jobs.start(
            "Encrypting the office", begun.copy, done=lambda _: self._finish(begun), patience=0, **after
        )

    def _finish(self, begun: Sealing) -> None:
        self.session.reader.rest()  # an open file cannot be replaced everywhere
        self.session.forget_past()
        self.session.do(begun.finish)
        self.session.stepped.emit()
        self._show_file()
        if self.session.office.encrypted and (said := copies_said(protecting.plain_copies(self.session.office.path))):
            self.session.messages.tell("The office is encrypted; copies of it are not", said)

    def _ask_change(self) -> None:
        if self.session.undisturbed("change the passphrase"):
            ChangePassphrase(self._change, self.window()).open()

    def _change(
        self, old: str, new: str, done: Callable[[], object], failed: Callable[[WorkbenchError], object]
    ) -> None:
        """Beside the window: the dialog says that it is on its way."""

        def changed(_: object) -> None:
            done()
            self.session.messages.toast("The passphrase was changed. Backups made before open with the old one.")

        path = Path(self.session.office.path)
        self.session.jobs.start(
            "Changing the passphrase",
            lambda progress: protecting.change_passphrase(path, old, new),
            changed,
            failed,
            beside=True,
        )


def copies_said(copies: Copies) -> str:
    """What is to be said of plain copies; empty where there are none. Only what the office holds too may be deleted."""
    said = []
    if copies.earlier:
        said.append(
            f"In its folder these copies of it still open without the passphrase: {_names(copies.earlier)}. "
            "All that they hold is in the office. Make a new backup, then delete them."
        )
    if copies.parted:
        said.append(
            f"These began as copies of it and were worked on since, so they hold what the office does not: "
            f"{_names(copies.parted)}. They open without the passphrase too: encrypt them, or keep them where nobody else comes."
        )
    return " ".join(said)


def _names(paths: list[Path]) -> str:
    return ", ".join(each.name for each in paths)
