"""Making a new office: what the hospital is called, where the file lies, and what protects it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.errors import Problem
from workbench.records import own_zone, places, zones
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.kit.labels import note
from workbench.ui.lines import Lines
from workbench.ui.passphrases import ADVICE, DECLINED, NewPassphrase

ENDING = ".workbench"
DECLINING = (
    "Without a passphrase anyone who gets hold of the file can read it. Until the office is encrypted, columns with "
    "birth dates and Social Security numbers are left out of every import. You can encrypt it later, in Settings."
)
CONTRADICTED = (
    "A passphrase is given above, and declined here. Clear this line to encrypt, or the passphrase to decline."
)


class NewOffice(QWidget):
    """Encrypts unless that is declined in words."""

    def __init__(
        self,
        create: Callable[[Path, str, str | None, str, str], object],
        back: Callable[[], object],
        folder: str,
        parent: QWidget | None = None,
    ) -> None:
        """create(file, hospital, passphrase or None, time zone, state); folder is where offices usually lie."""
        super().__init__(parent)
        self._create, self._folder, self._own_place = create, Path(folder or Path.home()), False
        self.lines, self.declining = Lines(), Lines()
        self.lines.add("hospital", "&Hospital", hint="As printed: Riverbend Medical Center")
        self.lines.add("file", "&File", beside=bare_button("Choose…", "", self._choose))
        self.lines.add_choice("state", "&State of the hospital", places.choices())
        own = own_zone.name()
        self.lines.add_choice("zone", "&Time zone of the hospital", zones.choices(own), own)
        self._new = NewPassphrase(self.lines)
        self.declining.add("declined", "Or &decline a passphrase", hint=f"To decline, type: {DECLINED}")
        for line in (*self.lines.boxes(), *self.declining.boxes()):
            line.returnPressed.connect(self.go)
        self.lines.typed.connect(self._typed)
        self.declining.typed.connect(lambda _: self._weigh())
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 8, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(self._form(back), 3)
        columns.addWidget(self._why(), 2, Qt.AlignmentFlag.AlignTop)

    def _form(self, back: Callable[[], object]) -> Card:
        card = Card("New office")
        card.add(self.lines)
        card.add(self.declining)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(bare_button("&Back", "", back))
        self._press = bare_button("&Create the office", "primary", self.go)
        self._press.setAutoDefault(True)
        row.addWidget(self._press)
        card.body.addLayout(row)
        return card

    @staticmethod
    def _why() -> QWidget:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for heading, words in (("The passphrase", ADVICE), ("If you decline it", DECLINING)):
            card = Card(heading)
            card.add(note(words))
            column.addWidget(card)
        return told

    def begin(self) -> None:
        """Propose a file, and go to the first line."""
        if not self.lines.text("file"):
            self.lines.set_text("file", str(self._proposed()))
        self.lines.focus("hospital")

    def _typed(self, name: str) -> None:
        if name == "file":
            self._own_place = True
        if name == "hospital" and not self._own_place:
            self.lines.set_text("file", str(self._proposed()))

    def _proposed(self) -> Path:
        kept = "".join(c for c in self.lines.text("hospital") if c.isalnum() or c in " -_'").strip()
        return self._folder / f"{kept or 'Medical staff office'}{ENDING}"

    def _choose(self) -> None:
        ask_save_file(
            self,
            "Where the office lies",
            Path(self.lines.text("file")).name,
            f"Offices (*{ENDING})",
            str(self._folder),
            self._chosen,
        )

    def _chosen(self, path: Path) -> None:
        self._own_place = True
        self.lines.set_text("file", str(path))

    def _weigh(self) -> None:
        """Once it is declined nothing is asked for; what was given already can still be cleared."""
        for name in ("passphrase", "again"):
            self.lines.set_enabled(name, not self.declined() or bool(self.lines.text(name)))

    def _contradicts(self) -> bool:
        return self.declined() and bool(self.lines.text("passphrase") or self.lines.text("again"))

    def declined(self) -> bool:
        """Whether encryption was declined in words."""
        return " ".join(self.declining.text("declined").lower().split()) == DECLINED

    def problems(self) -> list[Problem]:
        """What is missing or wrong so far."""
        problems = []
        if not self.lines.text("hospital"):
            problems.append(Problem("hospital", "Say which hospital it is for; the name is printed on everything."))
        if not self.lines.text("state"):
            problems.append(Problem("state", "Choose it: whoever practices there needs a license of that state."))
        if not self.lines.text("zone"):
            problems.append(Problem("zone", "Choose it: invitations to meetings tell the time by it."))
        path = Path(self.lines.text("file"))
        if path.exists():
            problems.append(Problem("file", f"{path.name} is there already. Choose another name, or open it."))
        elif not path.parent.is_dir():
            problems.append(Problem("file", f"There is no folder {path.parent}."))
        if self.declining.text("declined") and not self.declined():
            problems.append(Problem("declined", f"To decline, type exactly: {DECLINED}. Else leave this empty."))
        elif self._contradicts():
            problems.append(Problem("declined", CONTRADICTED))
        elif not self.declined():
            problems += self._new.problems()
        return problems

    def go(self) -> None:
        """Make the office, or say what is missing."""
        problems = self.problems()
        self.declining.show_problems(problems)
        self.lines.show_problems(problems)
        if problems or (not self.declined() and self._new.doubted(self.lines.text("hospital"))):
            return
        passphrase = None if self.declined() else self.lines.text("passphrase")
        hospital, zone, state = (self.lines.text(each) for each in ("hospital", "zone", "state"))
        self._create(Path(self.lines.text("file")), hospital, passphrase, zone, state)
