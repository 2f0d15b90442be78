"""What is asked before cells of a list are set by which somebody leaves the staff or joins it: once, however many they are."""

from collections import Counter
from collections.abc import Callable, Sequence

from workbench.actions import cells, editing
from workbench.actions.cells import Cell, Weighed
from workbench.records.kind import Kind
from workbench.records.words import of
from workbench.ui.session import Session

DETAIL = "Nothing is set before you say so{}. One action, one undo."
OTHERS = ", the other {} among them"
ELSE = "others"
"""Those who neither leave nor join, and get another value."""
NAMED = 3
"""People who are named, of each lot."""


def ask_first(session: Session, kind: Kind, wanted: Sequence[Cell], go: Callable[[], object]) -> None:
    """Call go at once where nobody leaves or joins by these cells; else when somebody says so, who was told whom it is about."""
    found = cells.weighed(kind, wanted, session.today)
    counts = Counter(each.meaning for each in found if each.meaning)
    if not counts:
        go()
        return
    one = editing.one(kind)
    told = " and ".join(f"{of(count, one)} {meaning}" for meaning, count in counts.items())
    others = len(wanted) - sum(counts.values())
    lots = [[each for each in found if each.meaning == meaning] for meaning in (*counts, "")]
    said = [_said(kind, lot) for lot in lots if lot]
    said.append(DETAIL.format(OTHERS.format(of(others, "cell")) if others else ""))
    session.messages.confirm(f"Let {told}?", f"Set {of(len(wanted), 'cell')}", go, detail="\n".join(said))


def _said(kind: Kind, lot: Sequence[Weighed]) -> str:
    """“Leave the staff: Chen, Wei, MD (Active, then Resigned); Ito, Naomi, MD (Active, then Retired); and 2 others.”"""
    first = lot[:NAMED]
    called = cells.named(kind, [each.id for each in first])
    names = [f"{called[each.id]} ({each.before}, then {each.after})" for each in first]
    more = [f"and {of(len(lot) - NAMED, 'other')}"] if len(lot) > NAMED else []
    meaning = lot[0].meaning or ELSE
    return f"{meaning[:1].upper()}{meaning[1:]}: {'; '.join([*names, *more])}."
