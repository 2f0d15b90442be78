"""Which section lines stand inside which: statuses inside departments, departments inside categories, or one after the other.

"RESIGNED" above "SURGERY" with nobody between holds departments; "SURGERY", people, "RESIGNED", people, "MEDICINE" says
nothing of who resigned there, unless each department has such a line. What holds inside nothing ends with the next line.
"""

from collections.abc import Iterable, Mapping

from workbench.sheets.row.departing import GONE, STATUS

GROUP, CATEGORY, STANDING = "group", "category", "standing"
SORTS = {
    "provider.department": GROUP,
    "provider.section": GROUP,
    "provider.specialty": GROUP,
    "provider.category": CATEGORY,
    STATUS: STANDING,
    GONE: STANDING,
}
Carries = tuple[tuple[str, str], ...]


class Nesting:
    """What the section lines of one sheet hold."""

    def __init__(self, lines: Iterable[tuple[Carries, bool]]) -> None:
        """`lines`: from top to bottom what each line carries, and whether it stands directly below the one before."""
        self._inside: dict[tuple[str, str], bool] = {}
        """Of two sorts of lines, whether the second stands inside the first."""
        under: dict[tuple[str, str, str], set[str]] = {}
        now: dict[str, str] = {}
        before: frozenset[str] = frozenset()
        for carries, follows in lines:
            sorts = frozenset(SORTS.get(target, "") for target, _ in carries)
            for outer in before if follows else ():
                for inner in sorts - before:
                    self._inside.setdefault((outer, inner), (inner, outer) not in self._inside)
            for target, value in carries:
                inner = SORTS.get(target, "")
                for outer, text in now.items():
                    if outer != inner:
                        under.setdefault((outer, inner, value.casefold()), set()).add(text)
                now[inner] = value.casefold()
            before = sorts
        for (outer, inner, _), texts in under.items():
            if len(texts) > 1 and not {(outer, inner), (inner, outer)} & self._inside.keys():
                self._inside[outer, inner] = True

    def ended_by(self, carried: Mapping[str, str], carries: Carries) -> list[str]:
        """The targets of what lines before carried that hold no longer below a line."""
        sorts = {SORTS.get(target, "") for target, _ in carries}
        return [
            target
            for target in carried
            if (held := SORTS.get(target, ""))
            and held not in sorts
            and not all(self._inside.get((held, sort), False) for sort in sorts)
        ]
