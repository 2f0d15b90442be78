"""Staff categories that an import would add to the office's list: told, with the known one that a word may stand for."""

from collections import Counter
from difflib import get_close_matches

from workbench.sheets.asking import Question
from workbench.sheets.cell import words
from workbench.sheets.plan_row import PlanRow

LIKENESS = 0.72
TAKEN = ("new", "changed", "same")


def likely(name: str) -> str | None:
    """The category that a word is probably meant to be: "Actve" -> Active, "COURTSY" -> Courtesy; None if it is like none."""
    known = words.words().categories
    found = get_close_matches(words.bare(name), [word for word in known if len(word) > 3], 1, LIKENESS)
    if found:
        return known[found[0]]
    begun = {known[word] for word in known if len(words.bare(name)) > 2 and word.startswith(words.bare(name))}
    return begun.pop() if len(begun) == 1 else None


def unknown(rows: list[PlanRow], entries: list[tuple[str, str]]) -> list[Question]:
    """What is asked of categories that are added as the file writes them. Entries: list and name, as the plan adds them."""
    added = {name for tbl, name in entries if tbl == "Category" and words.category(name) is None}
    counted = Counter(
        (row.sheet, name)
        for row in rows
        if added and row.result in TAKEN and (name := row.values.get("provider.category")) in added
    )
    return [Question(sheet, _about(name), count, f"kept as “{name}”") for (sheet, name), count in counted.items()]


def _about(name: str) -> str:
    meant = likely(name)
    return f"Staff category “{name}” is not known" + (f"; it may mean {meant}" if meant else "")
