"""Undo and redo by name: the newest step, one of the earlier, or all since one."""

from workbench.errors import WorkbenchError
from workbench.lists.step_changes import record_called
from workbench.records import texts
from workbench.store import history, undoing
from workbench.store.undoing import InTheWay, Later


def undo() -> str | None:
    """Take back the newest step that stands; its name, or None when there is nothing to undo."""
    step = undoing.undo()
    return step.name if step else None


def redo() -> str | None:
    """Bring back what was undone last; its name, or None when there is nothing to redo."""
    step = undoing.redo()
    return step.name if step else None


def revert(step_id: int) -> str:
    """Take back one step, whichever came after it, where nothing that it touched changed since; its name.

    Else raises WorkbenchError, which names the later steps and what they changed. Nothing is changed then."""
    try:
        step = undoing.undo(step_id)
    except InTheWay as error:
        later = undoing.later_than(error.target)
        raise WorkbenchError(_in_the_way(error.target.name, later)) from error if later else error
    if step is None:
        raise WorkbenchError(f"{why_not(step_id)} Nothing was changed.")
    return step.name


def undo_since(step_id: int) -> list[str]:
    """Take back a step and all after it that stand, the newest first, all or none; their names."""
    done = undoing.undo_since(step_id)
    if not done:
        raise WorkbenchError(f"{why_not(step_id)} Nothing was changed.")
    return [step.name for step in done]


def later_than(step_id: int) -> list[Later]:
    """The steps since that changed what this one touched, the newest first."""
    step = history.one(step_id)
    return undoing.later_than(step) if step else []


def why_not(step_id: int) -> str:
    """Why a step is none that can be taken back, in a sentence; empty if it is one."""
    step = history.one(step_id)
    if step is None:
        return "This step is not there."
    if step.kind != "do":
        said = {"undo": "an undo; redo brings back what it took", "redo": "a redo; undo takes it back"}
        return f"“{step.name}” is {said.get(step.kind, 'how the office began or became a newer version')}."
    if history.undoable(step_id) is None:
        turned = history.next_redo()
        again = " It can be brought back by redo." if turned and turned.id == step_id else ""
        newer = history.before_a_migration(step_id)
        return f"“{step.name}” {'is from before the file became a newer version' if newer else 'was undone already'}.{again}"
    return ""


def said_of(later: list[Later]) -> str:
    """Which steps changed what a step touched, when, who, and which record each: a sentence for each."""
    told = (
        f"“{each.step.name}” ({texts.day(each.step.at.date())}, {each.step.seat}) changed {record_called(each.tbl, each.row)}."
        for each in later
    )
    return " ".join(told)


def _in_the_way(name: str, later: list[Later]) -> str:
    first = "that one" if len(later) == 1 else "these, the newest before the others"
    return (
        f"“{name}” cannot be reverted by itself, because what it touched changed since. {said_of(later)} "
        f"Nothing was changed. Revert {first}, or correct the record by hand."
    )
