"""The office's policy, how this seat looks, what protects the file, and its backups."""

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from workbench.actions import offices, protecting
from workbench.actions.protecting import Copies, Sealing
from workbench.errors import Problem, WorkbenchError
from workbench.records import checks, places, zones
from workbench.records.checks import STATES
from workbench.records.policy import Policy
from workbench.rules import notices
from workbench.store import database, settings
from workbench.store.office import Seat as Chair
from workbench.ui import backing
from workbench.ui.kit import theme
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.buttons import button
from workbench.ui.kit.card import Card, Facts
from workbench.ui.kit.header import Header
from workbench.ui.kit.labels import note
from workbench.ui.kit.mnemonics import marked
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.lines import Lines
from workbench.ui.pages import face
from workbench.ui.passphrases import ChangePassphrase, Encrypt
from workbench.ui.session import Session

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))
UNSEALED = "Birth dates and Social Security numbers are left out of imports until the office is encrypted."


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
            self.lines.add(each.name, label)
        self.lines.left.connect(self._keep)
        self.theme = ChoiceBox(THEMES, empty=False)
        self.theme.inner.setAccessibleName("Colors")
        self.theme.left.connect(self._wear)
        self.header = Header(self.title)
        self._facts, self._warned = Facts(), note(UNSEALED)
        self._lay_out()
        self._load()
        self._show_file()

    def _make_actions(self) -> None:
        self.back_up = self.add(
            "&Back up now…", "save", "Ctrl+B", lambda: backing.ask(self.session, self, self._show_file)
        )
        self.encrypt = self.add(
            "&Encrypt this office…", "lock", "Ctrl+Shift+L", self._ask_encrypt, hint="Encrypt it under a passphrase"
        )
        self.change = self.add("&Change passphrase…", "lock", "Ctrl+Shift+P", self._ask_change)
        for choice, words in THEMES:
            self.add(
                f"Colors: {words.lower()}",
                "sun",
                "",
                partial(self._choose_colors, choice),
                f"{words} mode, at this seat",
            )

    def _lay_out(self) -> None:
        self.header.buttons([self.back_up])
        office, file, looks = Card("The office"), Card("The file"), Card("Colors")
        office.add(self.lines)
        office.add(note("A change is kept when you leave the line, and can be undone."))
        file.add(self._facts)
        file.add(self._warned)
        row = QHBoxLayout()
        row.addWidget(button(self.encrypt, icon=True))
        row.addWidget(button(self.change, icon=True))
        row.addStretch(1)
        file.body.addLayout(row)
        looks.add(self.theme)
        self._arrange(office, file, looks)

    def _arrange(self, office: Card, file: Card, looks: Card) -> None:
        inner = QWidget()
        inner.setObjectName("clear")
        inner.setMaximumWidth(1060)
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(file)
        right.addWidget(looks)
        right.addStretch(1)
        columns.addWidget(office, 1, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(right, 1)
        scrolled = Scrolling()
        scrolled.setWidget(inner)
        self.body.addWidget(self.header)
        self.body.addWidget(scrolled, 1)

    def refresh(self, tables: set[str]) -> None:
        """The policy may have changed by an undo."""
        if "setting" in tables:
            self._load()

    def shown(self) -> None:
        """The backup may be another one now."""
        self._show_file()

    # The policy

    def _load(self) -> None:
        policy = settings.load(Policy)
        for each in self.fields:
            self.lines.set_text(each.name, str(getattr(policy, each.name)))
            self.lines.set_enabled(each.name, not self.session.read_only)
        self.header.subtitle(policy.hospital)

    def _keep(self, name: str) -> None:
        value = read(name, self.lines.text(name))
        if isinstance(value, Problem):
            self.lines.show_problems([value])
        elif value != getattr(settings.load(Policy), name):
            self.session.do(partial(offices.set_policy, **{name: value}))

    # This seat

    def _choose_colors(self, choice: str) -> None:
        self.theme.set_value(choice)
        self._wear()

    def _wear(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.session.seat.theme = str(self.theme.value())
        theme.wear(app, self.session.seat.theme)

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
        self.theme.set_value(self.session.seat.theme)

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


def read(name: str, text: str) -> object:
    """The value of a setting as it was typed, or a Problem; the type is the dataclass's own."""
    kind = next(each.type for each in dataclasses.fields(Policy) if each.name == name)
    if kind in (int, "int"):
        if text.isascii() and text.isdigit() and int(text) <= 3650:
            return int(text)
        return Problem(name, f"“{text}” is not a number of days; write one like 90.")
    if name == "notice_days":
        found = notices.stages(text)
        return found if isinstance(found, Problem) else ", ".join(map(str, found))
    if name == "zone":
        zone = zones.read(text)
        return (
            zone if zone or not text else Problem(name, f"“{text}” is no time zone: write Eastern or America/New_York.")
        )
    if name == "office_email":
        return text if not text or checks.is_email(text) else Problem(name, f"“{text}” is not an e-mail address.")
    if name == "state":
        text = places.code(text) or text.upper()
        return text if not text or text in STATES else Problem(name, f"“{text}” is not a state: two letters, like IL.")
    return text
