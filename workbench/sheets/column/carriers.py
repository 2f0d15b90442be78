"""Whether a column names companies that insure physicians, by which a bare "Insurance" or "COI" is liability insurance."""

import re
from functools import cache

from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.column.profile import Profile

MOST = 0.5


@cache
def _carriers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load_synonyms().lines['carriers']))})\b", re.IGNORECASE)


def named(look: Profile) -> bool:
    """Whether most cells name such a company."""
    return bool(look.count) and look.share(_carriers().search) >= MOST
