"""Several columns that could be the last day of one credential: "Recert Date" and "Renewal" beside a real "Exp" are none."""

from collections.abc import Callable, Mapping

from workbench.sheets.column import neighbors
from workbench.sheets.column.headings import Meaning, Synonyms, normal
from workbench.sheets.column.profile import Profile

SOFT = frozenset({"renewal", "renews", "renew", "renewed", "recertification", "recert", "recertified", "moc"})
"""Words of a day on which something is renewed, or was."""
HARD = frozenset({"expires", "thru", "through", "until", "end", "valid", "to"})
PAST = 0.9


def not_ends(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> dict[int, str]:
    """Columns that are read as no last day, and why: another says it, or their days are over."""
    ends = [at for at, found in meanings.items() if "expires" in found.attributes]
    soft = {at for at in ends if _is_soft(texts[at], synonyms)}
    hard = [at for at in sorted(ends) if at not in soft and meanings[at].attributes == ("expires",)]
    found: dict[int, str] = {}
    for at in soft:
        of = _of(at, meanings)
        other = next((each for each in hard if of and _of(each, meanings) == of), None)
        days = look(at)
        if other is not None:
            found[at] = f"“{texts[other]}” says when it ends"
        elif days.count and days.days >= 0.5 and days.share(neighbors.is_to_come) <= 1 - PAST:
            found[at] = "its days are over: it may say when it was renewed last"
    return found


def _is_soft(text: str, synonyms: Synonyms) -> bool:
    words = set(normal(text, synonyms.words).split())
    return bool(words & SOFT) and not words & HARD


def _of(at: int, meanings: Mapping[int, Meaning]) -> tuple[str, int, str, str]:
    """Which credential a column is about: its own heading says it, or the nearest one on the left that does."""
    for column in sorted((column for column in meanings if column <= at), reverse=True):
        found = meanings[column]
        if found.sort:
            return found.sort, found.number, found.state, found.title
        if found.targets:
            break
    return "", 0, "", ""
