"""The table of rules as README shows it, made from the packs that come with the program."""

from collections import defaultdict
from datetime import date

from workbench.rules import packs
from workbench.rules.catalog import RULES
from workbench.rules.pack_rows import NEVER, Standard

HEAD = "| rule | asks | by whom: limit, severity, source |\n|---|---|---|"


def markdown() -> str:
    """One line a rule, in the order of the catalog; each row of a pack with its limit, severity, citation and confidence."""
    rows: dict[str, list[Standard]] = defaultdict(list)
    for pack in packs.shipped().values():
        for row in pack.rows:
            rows[row.id].append(row)
    return "\n".join([HEAD, *(f"| {id} | {about.title} | {_asked(rows[id])} |" for id, about in RULES.items())])


def _asked(rows: list[Standard]) -> str:
    return "; ".join(dict.fromkeys(_said(row) for row in sorted(rows, key=lambda row: (row.pack, row.since))))


_COUNTED = {"month": " to the month", "before": " or longer"}


def _said(row: Standard) -> str:
    limit = f"{row.said}{_COUNTED.get(row.count_to, '')}, " if row.said else ""
    own = (
        f" (setting {row.setting})" if row.setting else " (the office's limit)" if row.said and row.is_filled_in else ""
    )
    where = f"{row.state}: " if row.state else f"{row.trigger} " if row.point else ""
    cited = f"({row.citation})" if row.point else row.citation
    return f"{where}{cited}: {limit}{row.severity}, {row.confidence}{own}{_days(row.since, row.until)}"


def _days(since: date, until: date) -> str:
    return f", to {until.isoformat()}" if until != NEVER else f", from {since.isoformat()}" if since != date.min else ""
