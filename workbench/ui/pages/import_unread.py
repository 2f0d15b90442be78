"""The columns of a roster that nobody reads: named in full, before the import and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan import Plan


def told(plan: Plan | None, where: str = "") -> str:
    """Which columns are not read, all of them, and where that can be changed; empty where every column is."""
    from workbench.sheets import rejects

    if plan is None:
        return ""
    read = [(each.name, each.label(at), target) for each in plan.readings for at, target in each.columns.items()]
    unread = [label for name, label, target in read if target is None and not rejects.is_reason(name, label)]
    return f"Columns that are not read{where}: {'; '.join(unread)}." if unread else ""
