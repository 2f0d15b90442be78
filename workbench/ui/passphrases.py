"""Passphrases: choosing one, giving one, and declining one in words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.errors import Problem, WorkbenchError
from workbench.store.keys import SHORTEST, WrongPassphrase
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import note
from workbench.ui.kit.pill import Pill
from workbench.ui.kit.waiting import Working
from workbench.ui.lines import Lines

DECLINED = "not encrypted"
ADVICE = (
    "Four or more words that have nothing to do with each other are strong and easy to remember. Nobody can reset it: "
    "keep a copy where the office keeps its keys."
)


def strength(passphrase: str) -> tuple[str, str]:
    """What a passphrase is worth, as a word and its tone; a hint while typing, not a promise."""
    if not passphrase:
        return "", "quiet"
    if len(passphrase) < SHORTEST:
        return f"too short: {len(passphrase)} of {SHORTEST}", "bad"
    words, different = len(passphrase.split()), len(set(passphrase.lower()))
    if different < 6 or passphrase.isdigit():
        return "weak: easy to guess", "warn"
    if (words >= 4 and len(passphrase) >= 16) or (len(passphrase) >= 16 and different >= 10):
        return "strong", "good"
    return ("fair", "info") if len(passphrase) >= 12 else ("weak: easy to guess", "warn")


class NewPassphrase:
    """Two lines for a passphrase, given twice, with a hint of its strength. Tab goes from the one to the other, then to
    what shows them: whoever types the second by habit types it there."""

    def __init__(self, lines: Lines, label: str = "&Passphrase") -> None:
        self.lines = lines
        self.hint = Pill("", "quiet")
        self.hint.setAccessibleIdentifier("strength")
        self.hint.hide()
        first = self.lines.add("passphrase", label, secret=True, above=self.hint)
        again = self.lines.add("again", "&Once more", secret=True)
        shows = self.lines.shows("passphrase"), self.lines.shows("again")
        for one, other in zip((first, again, *shows), (again, *shows), strict=False):
            QWidget.setTabOrder(one, other)
        self.lines.typed.connect(self._judge)

    def _judge(self, name: str) -> None:
        if name == "passphrase":
            word, tone = strength(self.lines.text("passphrase"))
            self.hint.show_as(word, tone)
            self.hint.setVisible(bool(word))

    def problems(self) -> list[Problem]:
        """What is wrong with what was typed."""
        first, again = self.lines.text("passphrase"), self.lines.text("again")
        if len(first) < SHORTEST:
            return [Problem("passphrase", f"It needs at least {SHORTEST} characters; several words do.")]
        return [] if first == again else [Problem("again", "The two are not the same.")]


class AskPassphrase(Sheet):
    """Asks for the passphrase of an office until it opens or the user gives up."""

    def __init__(self, path: Path, give: Callable[[str], object], parent: QWidget | None = None) -> None:
        """give(passphrase) opens the office and raises WrongPassphrase, or anything else that stands in the way."""
        super().__init__(f"{path.name} is encrypted", "Type its passphrase to open it. Capital letters count.", parent)
        self._give = give
        self.lines = Lines()
        self.lines.add("passphrase", "&Passphrase", secret=True)
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self._press = self.add_button("Open", "primary", self._open, default=True)
        self.lines.focus("passphrase")

    def _open(self) -> None:
        try:
            self._give(self.lines.text("passphrase"))
        except WrongPassphrase:
            self.lines.show_problems(
                [Problem("passphrase", "That is not the passphrase of this office. Nothing was opened.")]
            )
            return
        self.accept()


Changed = Callable[[], object]
Failed = Callable[[WorkbenchError], object]


class ChangePassphrase(Sheet):
    """The old passphrase and the new one, twice. Deriving keys takes its time on purpose: it is said meanwhile."""

    def __init__(self, change: Callable[[str, str, Changed, Failed], object], parent: QWidget | None = None) -> None:
        """change(old, new, done, failed) works beside the window and ends with one of the two."""
        super().__init__("Change passphrase", ADVICE, parent)
        self._change = change
        self.lines = Lines()
        self.lines.add("old", "Passphrase &now", secret=True)
        self._new = NewPassphrase(self.lines, "Ne&w passphrase")
        self.body.addWidget(self.lines)
        self.working = Working("Changing the passphrase…")
        self.body.addWidget(self.working)
        self._buttons = [
            self.add_button("Cancel", "", self.reject),
            self.add_button("Change passphrase", "primary", self._go, default=True),
        ]
        self.lines.focus("old")

    def _go(self) -> None:
        problems = self._new.problems()
        self.lines.show_problems(problems)
        if not problems:
            self._work(True)
            self._change(self.lines.text("old"), self.lines.text("passphrase"), self._done, self._failed)

    def _work(self, on: bool) -> None:
        self.working.setVisible(on)
        for each in (self.lines, *self._buttons):
            each.setEnabled(not on)

    def _done(self) -> None:
        self._work(False)
        self.accept()

    def _failed(self, error: WorkbenchError) -> None:
        self._work(False)
        wrong = "That is not the passphrase of this office. Nothing was changed."
        self.lines.show_problems([Problem("old", wrong if isinstance(error, WrongPassphrase) else str(error))])

    def reject(self) -> None:
        """What is being changed is waited for."""
        if self.working.isHidden():
            super().reject()


class Encrypt(Sheet):
    """A passphrase for an office that has none."""

    def __init__(self, encrypt: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__("Encrypt this office", ADVICE, parent)
        self._encrypt = encrypt
        self.lines = Lines()
        self._new = NewPassphrase(self.lines)
        self.body.addWidget(self.lines)
        self.body.addWidget(note("Backups made before stay readable without it; delete them once a new one is made."))
        self.add_button("Cancel", "", self.reject)
        self.add_button("Encrypt", "primary", self._go, default=True)
        self.lines.focus("passphrase")

    def _go(self) -> None:
        problems = self._new.problems()
        self.lines.show_problems(problems)
        if not problems:
            passphrase = self.lines.text("passphrase")
            self.accept()
            self._encrypt(passphrase)
