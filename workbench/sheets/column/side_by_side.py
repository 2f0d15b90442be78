"""A second table of people to the right of the first: what stands there is nobody's on the left, so it is left out and said."""

from collections.abc import Callable, Mapping, Sequence

from workbench.sheets.asking import Question
from workbench.sheets.column import opening
from workbench.sheets.column.headings import UNKNOWN, Meaning, Synonyms, meaning
from workbench.sheets.column.layout import IDENTITY
from workbench.sheets.column.profile import Profile
from workbench.sheets.reading import Cell

_WHO = IDENTITY | {"provider.first"}


def begins(texts: Mapping[int, str], look: Callable[[int], Profile], synonyms: Synonyms) -> int | None:
    """The column at which a second table begins; None where there is one table alone.

    Its first heading says who the rows are about, as one on the left does; and it stands behind an empty column, or what
    follows comes again too.
    """
    means = {at: meaning(text, synonyms) for at, text in texts.items() if text}
    seen: dict[tuple[str, ...], int] = {}
    for at in sorted(means):
        who = means[at].targets
        if not who or not _WHO.intersection(who):
            continue
        if who in seen and (_is_apart(at, texts, look) or _comes_again(seen[who], at, texts, synonyms)):
            return at
        seen.setdefault(who, at)
    return None


def _is_apart(at: int, texts: Mapping[int, str], look: Callable[[int], Profile]) -> bool:
    return at > 0 and not texts.get(at - 1) and not look(at - 1).count


def _comes_again(first: int, at: int, texts: Mapping[int, str], synonyms: Synonyms) -> bool:
    """Whether the headings after the second one are those after the first, or one of them says again who is meant.

    The NPI of somebody beside the person, and the license behind it, are no second table."""
    means = {column: meaning(text, synonyms) for column, text in texts.items() if text}
    after, before = means.get(at + 1, UNKNOWN), means.get(first + 1, UNKNOWN)
    is_theirs = _is_behind_another(at, texts, means, synonyms)
    if after != UNKNOWN and after == before and first + 1 < at and not is_theirs:
        return True
    left = {found.targets for column, found in means.items() if column < at}
    who = frozenset(opening.NAMES) if is_theirs else _WHO
    return any(found.targets in left and who.intersection(found.targets) for c, found in means.items() if c > at)


def _is_behind_another(at: int, texts: Mapping[int, str], means: Mapping[int, Meaning], synonyms: Synonyms) -> bool:
    """Whether a number stands behind somebody beside the person, through what is said of that somebody."""
    if opening.NAMES.intersection(means[at].targets):
        return False
    for column in range(at - 1, -1, -1):
        if opening.speaks_of_others(texts.get(column, ""), synonyms):
            return True
        found = means.get(column, UNKNOWN)
        if not (found.sort in opening.NUMBERS or opening.PERSONAL.intersection(found.targets)):
            return False
    return False


def left_out(sheet: str, label: str, begins_at: int, rows: Sequence[tuple[Cell, ...]]) -> Question:
    """What is said of a second table: its rows do not come in."""
    count = sum(1 for row in rows if any(cell is not None for cell in row[begins_at:]))
    about = f"Column {label} begins a second table of people beside the first"
    return Question(sheet, about, count, "left out: move it below the first table or to a sheet of its own")


def first_alone(rows: Sequence[tuple[Cell, ...]], begins_at: int, headings: int) -> list[tuple[Cell, ...]]:
    """The rows, those above the headings and those of the second table alone without what stands on the right."""
    return [
        (*row[:begins_at], *(None,) * len(row[begins_at:])) if n < headings or not any(row[:begins_at]) else row
        for n, row in enumerate(rows)
    ]
