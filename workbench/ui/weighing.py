"""What is asked before cells of a list are set by which somebody leaves the staff or joins it: once, however many they are."""

from collections.abc import Callable, Sequence

from workbench.actions import cells, editing
from workbench.actions.cells import Cell
from workbench.records.kind import Kind
from workbench.ui.session import Session
from workbench.ui.wording import of

DETAIL = "Nothing is set before you say so{}. One action, one undo."
OTHERS = ", the other {} among them"


def ask_first(session: Session, kind: Kind, wanted: Sequence[Cell], go: Callable[[], object]) -> None:
    """Call go at once where nobody leaves or joins by these cells; else when somebody says so."""
    found = cells.weighed(kind, wanted, session.today)
    if not found:
        go()
        return
    one = editing.one(kind)
    told = " and ".join(f"{of(count, one)} {meaning}" for meaning, count in found.items())
    others = len(wanted) - sum(found.values())
    detail = DETAIL.format(OTHERS.format(of(others, "cell")) if others else "")
    session.messages.confirm(f"Let {told}?", f"Set {of(len(wanted), 'cell')}", go, detail=detail)
