"""What this seat prefers: where the window stood, which office was last, how columns lie. Nothing of the office."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from workbench.ui.kit import scaling

MOST_RECENT = 8


class Seat:
    """The single wrapper over QSettings."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Medical Staff Workbench", "seat"
        )

    def get(self, key: str, default: Any = None) -> Any:
        """What was put there, or the default."""
        return self._store.value(key, default)

    def put(self, key: str, value: Any) -> None:
        """Keep a preference of this seat."""
        self._store.setValue(key, value)

    @property
    def theme(self) -> str:
        """system, light, dark or contrast."""
        return str(self.get("theme", "system"))

    @theme.setter
    def theme(self, choice: str) -> None:
        self.put("theme", choice)

    @property
    def scale(self) -> int:
        """How large everything is drawn, in percent: one of scaling.CHOICES."""
        return scaling.read(self.get("scale", scaling.CHOICES[0]))

    @scale.setter
    def scale(self, percent: int) -> None:
        self.put("scale", percent)

    @property
    def name(self) -> str:
        """How the trail names whoever works here; empty: as the computer names them."""
        return str(self.get("name", ""))

    @name.setter
    def name(self, name: str) -> None:
        self.put("name", name)

    @property
    def name_asked(self) -> bool:
        """Whether somebody was asked for the name and went on without."""
        return str(self.get("name_asked", "")) == "yes"

    @name_asked.setter
    def name_asked(self, asked: bool) -> None:
        self.put("name_asked", "yes" if asked else "")

    @property
    def last_office(self) -> Path | None:
        """The office that was open last; it may be gone."""
        return next(iter(self.recent), None)

    @property
    def recent(self) -> list[Path]:
        """Offices opened here, newest first."""
        return [Path(each) for each in self._texts("recent")]

    def opened(self, office: Path) -> None:
        """Remember an office as the last one."""
        others = [str(each) for each in self.recent if each != office]
        self.put("recent", [str(office), *others][:MOST_RECENT])

    def surveys(self, office: Path) -> bool:
        """Whether survey mode is on for an office: it stays on when the program ends without turning it off."""
        return str(office) in self._texts("survey")

    def survey(self, office: Path, on: bool) -> None:
        """Survey mode is on for this office, or off; of every other one it stays as it is."""
        others = [each for each in self._texts("survey") if each != str(office)]
        self.put("survey", [*others, str(office)] if on else others)

    def _texts(self, key: str) -> list[str]:
        """What was kept as a list: a settings file gives one text back as a text, and none as nothing."""
        kept = self.get(key, [])
        return [kept] * bool(kept) if isinstance(kept, str) else [str(each) for each in kept or []]

    @property
    def last_folder(self) -> str:
        """Where a file was last chosen; empty at first."""
        return str(self.get("last_folder", ""))

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self.put("last_folder", folder)

    def state(self, key: str) -> QByteArray:
        """A widget's own state under that key; empty if it never was kept."""
        kept = self.get(f"state/{key}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_state(self, key: str, state: QByteArray) -> None:
        """Keep a widget's own state (the window's place, a heading's columns)."""
        self.put(f"state/{key}", state)
