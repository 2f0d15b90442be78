"""Undo and redo by name."""

from workbench.store import undoing


def undo() -> str | None:
    """Take back the newest step that stands; its name, or None when there is nothing to undo."""
    step = undoing.undo()
    return step.name if step else None


def redo() -> str | None:
    """Bring back what was undone last; its name, or None when there is nothing to redo."""
    step = undoing.redo()
    return step.name if step else None
