"""What a row of a plan does, as a long list says it: where most rows add the same, of each what is different about it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from workbench.records.words import of
from workbench.sheets import wording
from workbench.sheets.plan_row import PlanRow

FEW = 5
"""Rows that add the same from which on a list says it shorter, and of another what is different about it."""


def usual(rows: Iterable[PlanRow]) -> Mapping[str, int] | None:
    """What most of the new ones add, by its word and how many; None where they have little in common."""
    added = Counter(
        tuple(sorted(wording.count_of(wording.added_by(row)).items())) for row in rows if row.result == "new"
    )
    most, count = added.most_common(1)[0] if added else ((), 0)
    return dict(most) if count >= FEW and len(most) > 1 else None


def in_brief(row: PlanRow, most: Mapping[str, int] | None) -> str:
    """What the row does as a long list says it: of a new one how many records it adds, and what others have that it has not."""
    if most is None or row.result != "new":
        return wording.happens(row)
    count = wording.count_of(wording.added_by(row))
    less = [f"no {word}" for word in most if word not in count]
    more = [wording.so_many(word, n) for word, n in count.items() if n != most.get(word)]
    brief = ", ".join([f"Add {of(sum(count.values()), 'record')}", *more, *less]) if count else "Add provider alone"
    return wording.happens(row).replace(wording.new(row), brief, 1)
