"""What is said of the rows of a sheet that are no data, so that nobody wonders where they went: how many of each sort there are."""

from collections import Counter
from collections.abc import Collection, Iterable

from workbench.records import texts
from workbench.records.words import within
from workbench.sheets import targets
from workbench.sheets.row.departing import GONE, STATUS
from workbench.sheets.row.examples import EXAMPLE
from workbench.sheets.row.lines import AGAIN, EXPLAINS, PAGE_LINE, REMARK, TOTAL

SORTS = {
    AGAIN.reason: ("page heading", "page headings"),
    TOTAL.reason: ("total", "totals"),
    PAGE_LINE.reason: ("page number", "page numbers"),
    REMARK.reason: ("remark", "remarks"),
    EXAMPLE.reason: ("invented example", "invented examples"),
    EXPLAINS.reason: ("row that explains the headings", "rows that explain the headings"),
}
"""By the reason for which a row is skipped how it is called; a line that asks is told by itself."""


def told(skipped: Iterable[tuple[int, str]], sections: int, carries: Collection[str]) -> str:
    """“14 section lines carry the department; 2 page headings and 1 total are skipped.”; "" where there is none.

    Of the rows that are skipped the number and the reason; of section lines how many there are, and the targets that they
    carry. Headings of two rows that come again are one page heading.
    """
    counted, again = Counter[str](), -1
    for number, reason in skipped:
        if reason == AGAIN.reason:
            again, before = number, again
            if before == number - 1:
                continue
        counted[reason] += 1
    said = []
    if sections:
        named = {STATUS if target == GONE else target for target in carries}
        what = texts.listed([f"the {within(targets.title(target))}" for target in sorted(named)])
        said.append(f"{sections:,} section line{'s carry' if sections > 1 else ' carries'} {what}")
    words = [f"{counted[reason]:,} {names[counted[reason] > 1]}" for reason, names in SORTS.items() if counted[reason]]
    if words:
        one = len(words) == 1 and words[0].startswith("1 ")
        said.append(f"{texts.listed(words)} {'is' if one else 'are'} skipped")
    return f"{'; '.join(said)}." if said else ""
