"""The audit worksheet: files across, elements down, as auditors use them; days are true days, and a last sheet says how it was made."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from workbench.lists.traced_lines import Traced
from workbench.lists.tracing import Tracer
from workbench.records import texts
from workbench.records.elements import ELEMENTS
from workbench.rules import survey
from workbench.sheets import writing

TITLE = "File audit"
DETAILS = ("What", "Date", "Age in days", "Source", "By", "Ends", "Finding", "Citation")
"""Of each element, a line each."""


def write(path: Path, tracers: Sequence[Tracer], about: str) -> int:
    """Write the worksheet as xlsx; how many files are in it. about is how they were pulled."""
    headings = ["Element", "Detail", *(each.person for each in tracers)]
    writing.write_table(path, TITLE, headings, _rows(tracers), dress=_Dress(tracers, about))
    return len(tracers)


class _Dress(writing.Dress):
    """The two columns of what is asked stay, and a sheet says who made it, from what and by which standards."""

    freeze = "C2"

    def __init__(self, tracers: Sequence[Tracer], about: str) -> None:
        self._tracers, self._about = tracers, about

    def more(self) -> Iterable[tuple[str, str, Iterable[Sequence[Any]]]]:
        """One sheet, to be read."""
        said: list[list[Any]] = [["Files", len(self._tracers)]]
        if self._about:
            said.append(["Pulled", self._about])
        for each in self._tracers[:1]:
            said += [["As of", texts.day(each.on)], ["Standards", ", ".join(each.bodies)]]
            said += [["Left out", survey.SAID]] if each.survey else []
        return (("How it was made", "visible", said),)


def _rows(tracers: Sequence[Tracer]) -> Iterator[list[Any]]:
    yield ["File", "ID", *(each.provider for each in tracers)]
    yield ["File", "Who", *(each.line for each in tracers)]
    yield ["File", "Standing", *(each.standing for each in tracers)]
    held = [_by_element(each.lines) for each in tracers]
    most = Counter[str]()
    for mine in held:
        most |= Counter({element: len(lines) for element, lines in mine.items()})
    for element, name in ELEMENTS.items():
        for place in range(most[element]):
            called = name if most[element] == 1 else f"{name} {place + 1}"
            some = [mine[element][place] if place < len(mine[element]) else None for mine in held]
            for at, detail in enumerate(DETAILS):
                cells = [None if line is None else _cells(line, tracers[n])[at] for n, line in enumerate(some)]
                if any(each not in (None, "") for each in cells):
                    yield [called, detail, *cells]
    longest = max((len(each.decisions) for each in tracers), default=0)
    for place in range(longest):
        chain = [each.decisions[place] if place < len(each.decisions) else None for each in tracers]
        yield [f"Decision {place + 1}", "What", *(each.what if each else None for each in chain)]
        yield [f"Decision {place + 1}", "Date", *(each.on if each else None for each in chain)]


def _by_element(lines: Iterable[Traced]) -> dict[str, list[Traced]]:
    found: dict[str, list[Traced]] = defaultdict(list)
    for each in lines:
        found[each.element].append(each)
    return found


def _cells(line: Traced, tracer: Tracer) -> tuple[Any, ...]:
    """In the order of DETAILS."""
    age = line.age(tracer.on)
    return line.what, line.done, age, line.source, line.by, line.ends, line.found, line.citation
