"""Files that are dropped on the window: they are read and copied, and whoever held them keeps them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def dropped(event: QDropEvent) -> list[Path]:
    """The files on this computer that are held over the window, or let go there."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def take_copies(event: QDropEvent) -> None:
    """Say that they are copied: a file manager that proposed to move them would else delete what it held."""
    if event.possibleActions() & Qt.DropAction.CopyAction:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()
