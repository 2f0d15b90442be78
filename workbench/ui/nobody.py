"""What a page says in an office that has no people yet."""

from typing import Any

from PySide6.QtGui import QAction

from workbench.records.policy import Policy
from workbench.store import settings
from workbench.ui.kit.page import Shell
from workbench.ui.kit.table import Table
from workbench.ui.session import Session


def say_nobody(table: Table, session: Session, shell: Shell, bring: QAction) -> None:
    """Offer the import and the sample hospital in place of rows; whoever only reads can bring in nobody."""
    if session.read_only:
        table.set_empty("Nobody here yet.")
        return
    words = "Nobody here yet. Bring in the roster the office keeps in Excel."
    look: tuple[Any, ...] = ("Or look around in the sample hospital", shell.sample)
    if shell.sample is None or settings.load(Policy).invented:
        look = ()
    table.set_empty(words, "Import roster…", bring, *look)
