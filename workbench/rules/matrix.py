"""The office's requirements as a matrix: what is needed of whom, the narrowest line first."""

from collections.abc import Iterable
from typing import Any

from workbench.records.requirement import IF_HELD, NOT_ASKED, REQUIRED, Requirement

Who = tuple[str, int | None, int | None, str]
"""Provider type, department, category, and what is asked for; of somebody on the staff nothing."""


class Matrix:
    """All lines, read once."""

    def __init__(self, rows: Iterable[Any] | None = None) -> None:
        query = Requirement.select().order_by(Requirement.id).namedtuples() if rows is None else rows
        self._rows = [(str(row.element), self._of(row), str(row.need)) for row in query]
        self._known: dict[Who, dict[str, str]] = {}

    @staticmethod
    def _of(row: Any) -> Who:
        return row.provider_type or "", row.department, row.category, row.asked_for or ""

    def needs(
        self, provider_type: str, department: int | None, category: int | None, asked_for: str = ""
    ) -> dict[str, str]:
        """By element, what is needed: Required, If held, Not asked. What no line names is judged if it is held."""
        who = (provider_type, department, category, asked_for)
        if who not in self._known:
            self._known[who] = self._narrowest(who)
        return self._known[who]

    def _narrowest(self, who: Who) -> dict[str, str]:
        needs: dict[str, tuple[int, str]] = {}
        for element, line, need in self._rows:
            fits = all(asked in ("", None) or asked == own for asked, own in zip(line, who, strict=True))
            weight = sum(2**place for place, asked in enumerate(line) if asked not in ("", None))
            if fits and weight >= needs.get(element, (-1, ""))[0]:
                needs[element] = weight, need
        return {element: need for element, (_, need) in needs.items()}


__all__ = ["IF_HELD", "NOT_ASKED", "REQUIRED", "Matrix"]
