"""What a row of a list that came back does, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a row tells what it does by this
    from workbench.sheets.returned import BackRow, Edit


def told(row: BackRow) -> str:
    """What a row does, in one line, without its notes."""
    return _HAPPENS[row.result](row)


def _edited(row: BackRow) -> str:
    edits = row.taken
    if row.renews:
        said = edits[0]
        more = f"; also {_headings(edits[1:])}" if edits[1:] else ""
        return f"Renewed to {said.reads_file}, and the term before stays{more}."
    erased = [edit for edit in edits if not edit.file]
    if len(edits) == 1:
        edit = edits[0]
        return f"{edit.heading}: {edit.reads_ours or 'empty'} ⇒ {edit.reads_file or 'empty'}."
    return f"Edited: {_headings(edits)}." + (f" Emptied: {_headings(erased)}." if erased else "")


def _clashes(row: BackRow) -> str:
    if row.struck:
        return "It is struck through in the file: has this person resigned?"
    both = [edit for edit in row.edits if edit.clash and not edit.why]
    said = [f"Changed in the file and here: {_headings(both)}."] if both else []
    said += [
        f"{edit.heading}: {edit.reads_ours or 'empty'} ⇒ {edit.reads_file or 'empty'}, but {edit.why}. Ours stays until you choose."
        for edit in row.edits
        if edit.why and not edit.side
    ]
    return " ".join(said)


def _headings(edits: Sequence[Edit]) -> str:
    return ", ".join(edit.heading for edit in edits)


_HAPPENS: Mapping[str, Callable[[BackRow], str]] = {
    "changed": _edited,
    "clash": _clashes,
    "new": lambda row: "Added in the file.",
    "doubtful": lambda row: f"{row.candidates[0].why if row.candidates else 'It is not known whose row this is'}.",
    "rejected": lambda row: " ".join(problem.message for problem in row.problems),
    "meanwhile": lambda row: f"Changed here meanwhile: {', '.join(row.moved)}. Ours stays.",
    "same": lambda row: "Nothing changes.",
    "skipped": lambda row: "" if row.notes else "Left out.",
}
