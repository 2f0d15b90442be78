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
from workbench.ui.strength import doubt, strength

DECLINED = "not encrypted"
ADVICE = (
    "Four or more words that have nothing to do with each other are strong and easy to remember. Nobody can reset it: "
    "write it down and keep the paper in a safe. The file beside the office that ends in .keys does not hold it; both "
    "files are needed."
)


class NewPassphrase:
    """Two lines for a passphrase, given twice, with a hint of its strength; one button after both shows both: whoever types the
    second by habit types it there. What is easy to guess is doubted once."""

    def __init__(self, lines: Lines, label: str = "&Passphrase") -> None:
        self.lines = lines
        self.hint = Pill("", "quiet")
        self.hint.setAccessibleIdentifier("strength")
        self.hint.hide()
        self._taken = ""
        """What was doubted, and is taken when it is given again."""
        self.lines.add("passphrase", label, secret=True, above=self.hint)
        self.lines.add("again", "&Once more", secret=True)
        self.lines.shows_both("passphrase", "again")
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

    def doubted(self, about: str = "") -> bool:
        """Say once of a passphrase that it is easy to guess; about is what everybody knows of the office."""
        given = self.lines.text("passphrase")
        said = doubt(given, about) if given != self._taken else ""
        if said:
            self._taken = given
            self.lines.show_doubt(Problem("passphrase", said))
        return bool(said)


class AskPassphrase(Sheet):
    """Asks for the passphrase of an office until it opens or the user gives up."""

    called = "Passphrase"

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
            self.lines.select("passphrase")
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
        if not problems and not self._new.doubted():
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
        self.lines.select("old")

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
        if not problems and not self._new.doubted():
            passphrase = self.lines.text("passphrase")
            self.accept()
            self._encrypt(passphrase)
