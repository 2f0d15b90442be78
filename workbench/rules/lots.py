"""Drawing files by lot, so that anybody can draw the same again: a file's lot is the SHA-256 of the seed and its ID, and the
lowest lots of each group are drawn."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from heapq import nsmallest

Groups = Mapping[str, Sequence[int]]
"""The IDs to draw from, by the name of their group; without groups one without a name."""


def draw(groups: Groups, wanted: int, seed: str) -> list[tuple[int, str]]:
    """So many IDs with their groups, the groups by name; all of them where there are fewer."""
    shares = share({name: len(ids) for name, ids in groups.items()}, wanted)
    return [
        (id, name)
        for name in sorted(groups)
        for id in sorted(nsmallest(shares[name], groups[name], key=lambda each: lot(seed, each)))
    ]


def lot(seed: str, id: int) -> str:
    """The lot of a file."""
    return sha256(f"{seed} {id}".encode()).hexdigest()


def share(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """How many of each group: one of each as far as that goes, the larger first, then in proportion (Sainte-Laguë)."""
    given = dict.fromkeys(sizes, 0)
    for _ in range(min(wanted, sum(sizes.values()))):
        open_ = [name for name in sizes if given[name] < sizes[name]]
        none_yet = [name for name in open_ if not given[name]]
        best = max(none_yet or open_, key=lambda name: (sizes[name] / (2 * given[name] + 1), name))
        given[best] += 1
    return given


def written(groups: Groups) -> str:
    """The groups as a text to keep: a line each, “Surgery: 1-4, 9”."""
    return "\n".join(f"{name}: {_ranges(ids)}" for name, ids in sorted(groups.items()))


def read(text: str) -> dict[str, list[int]]:
    """The same again."""
    found: dict[str, list[int]] = {}
    for line in text.splitlines():
        name, _, ids = line.rpartition(": ")
        parts = (part.partition("-") for part in ids.split(", ") if part)
        found[name] = [each for first, _, last in parts for each in range(int(first), int(last or first) + 1)]
    return found


def _ranges(ids: Iterable[int]) -> str:
    runs: list[list[int]] = []
    for each in sorted(ids):
        if runs and runs[-1][1] == each - 1:
            runs[-1][1] = each
        else:
            runs.append([each, each])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
