"""Beginning the program anew over an office: what is worn from the start on, as the size of everything, is worn then."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

from workbench.ui.kit import scaling


def command(office: Path | None, read_only: bool = False) -> list[str]:
    """What starts this program as it was started, over that office."""
    itself = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, str(Path(sys.argv[0]).absolute())]
    asked = [*(["--office", str(office)] if office else []), *(["--read-only"] if read_only else [])]
    return [*itself, *asked]


def begin(words: list[str]) -> bool:
    """Start it apart from this one; whether it did. It is not told of what this one wears: its seat says that."""
    started, around = QProcess(), QProcessEnvironment()
    for name, value in scaling.environment().items():
        around.insert(name, value)
    started.setProgram(words[0])
    started.setArguments(words[1:])
    started.setProcessEnvironment(around)
    begun = started.startDetached()
    return bool(begun[0] if isinstance(begun, tuple) else begun)
