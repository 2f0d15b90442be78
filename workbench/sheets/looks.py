"""The look of some rows of a sheet, as if the others were not there."""

from array import array
from collections.abc import Collection
from dataclasses import replace

from workbench.sheets.look import Look

_PLAIN = -1


def of_rows(look: Look | None, rows: Collection[int]) -> Look | None:
    """Only what these rows, by number, look like; None where the sheet was not looked at."""
    if look is None:
        return None
    kept = set(rows)
    patterns = (*look.patterns, ())  # the last one: no style at all
    starts, ids = array("I"), array("I")
    for row in sorted(kept | {row + 1 for row in kept}):
        pattern = look.pattern(row) if row in kept else _PLAIN
        starts.append(row)
        ids.append(pattern if pattern != _PLAIN else len(patterns) - 1)
    return replace(
        look,
        patterns=patterns,
        starts=starts,
        ids=ids,
        hidden_rows=look.hidden_rows & kept,
        struck_texts={row: at for row, at in look.struck_texts.items() if row in kept},
        comments=tuple(each for each in look.comments if each.row in kept),
        _expanded={},
    )


def strikes(look: Look | None) -> bool:
    """Whether anything of a sheet is struck through."""
    return look is not None and (bool(look.struck_texts) or any(style.struck for style in look.styles))


def struck_rows(look: Look, rows: Collection[tuple[int, Collection[int]]]) -> set[int]:
    """Of rows, each with the columns that hold something, those of which most is struck through."""
    return {row for row, used in rows if used and 2 * len(look.struck_in(row).intersection(used)) >= len(used)}
