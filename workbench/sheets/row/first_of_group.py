"""A department that stands only in the first row of its people, without a merged cell: asked, since a blank may be a blank."""

from collections.abc import Mapping, Sequence

from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.reading import Cell
from workbench.sheets.row.sorting import DataRow

GROUPS = ("provider.department", "provider.section", "provider.department_section")
_SHARE = 0.3
"""Of the rows, how many must lack it before the others look like the first of a group, where they stand in no order."""
_LEAST = 2
"""Groups with somebody below their first row."""
BLANK, FILLED = (
    Option("blank", "a blank cell stays blank"),
    Option("filled", "a blank cell says what the row above it says"),
)


def ask(
    sheet: str, rows: Sequence[DataRow], columns: Mapping[int, str], answers: Replies
) -> tuple[dict[int, dict[int, Cell]], list[Question]]:
    """By row what is filled in, by column, and what is asked: whether blanks below a department belong to it."""
    found: dict[int, dict[int, Cell]] = {}
    questions = []
    for at, target in columns.items():
        blanks = _below_a_first(rows, at) if target in GROUPS else {}
        if not blanks:
            continue
        name = targets.title(target)
        key = key_of("first of group", sheet, name)
        chosen = answers.to(key, (BLANK, FILLED), BLANK.key)
        about = f"{name} stands only in the first row of each group"
        questions.append(Question(sheet, about, len(blanks), chosen.says, key, (BLANK, FILLED)))
        for index, cell in blanks.items() if chosen is FILLED else ():
            found.setdefault(index, {})[at] = cell
    return found, questions


def _below_a_first(rows: Sequence[DataRow], at: int) -> dict[int, Cell]:
    """The rows whose cell is blank, each with the cell that it would stand under; none where the column is not so kept."""
    texts = [row.cells[at] for row in rows if row.cells[at] is not None]
    if not rows or rows[0].cells[at] is None or len(texts) != len(set(map(str, texts))):
        return {}
    found: dict[int, Cell] = {}
    above: Cell = None
    for index, row in enumerate(rows):
        follows = index > 0 and row.number == rows[index - 1].number + 1 and row.carried == rows[index - 1].carried
        above = row.cells[at] if row.cells[at] is not None or not follows else above
        if row.cells[at] is None and above is not None:
            found[index] = above
    groups = {str(cell) for cell in found.values()}
    in_order = len(texts) > _LEAST and sorted(map(str, texts)) == list(map(str, texts))
    is_so_kept = in_order or len(found) >= _SHARE * len(rows)
    return found if len(groups) >= _LEAST and is_so_kept else {}
