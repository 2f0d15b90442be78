"""Columns of spans, "01/01/2025 - 12/31/2026", under Appointment Dates, Coverage Dates, Policy Period: when each begins and ends."""

from collections.abc import Callable, Mapping

from workbench.sheets.cell import cells, parallel, words
from workbench.sheets.column.by_place import TERMED
from workbench.sheets.column.headings import Meaning, Synonyms, meaning, normal
from workbench.sheets.column.profile import Profile

MOST = 0.9
APPOINTMENT = "appointment"
_OF_APPOINTMENTS = frozenset(
    {"appointment", "reappointment", "privileges", "credentialing", "recredentialing", "staff"}
)
_OF_SPANS = frozenset(
    ["dates", "date", "period", "term", "range", "span", "from", "to", "start", "end", "begin", "effective", "expires"]
    + ["issued", "current", "valid", "validity", "thru", "through", "until", "of", "and", "cycle", "active", "duration"]
)
"""Words that say of a span only that it is one."""
TERM = "term"


def told(
    texts: Mapping[int, str], look: Callable[[int], Profile], synonyms: Synonyms, left_out: Mapping[int, str | None]
) -> dict[int, Meaning]:
    """By column what a span is of: an appointment, a credential that its heading names, or the one on its left."""
    found = {
        column: of
        for column, text in texts.items()
        if text and column not in left_out and (of := _named(text, synonyms)) is not None
    }
    return {column: of for column, of in found.items() if _are_spans(look(column))}


def _named(text: str, synonyms: Synonyms) -> Meaning | None:
    """What a heading names beside the words for a span; None where it may be something that has none."""
    phrase = normal(text, synonyms.words).split()
    kept = [word for word in phrase if word not in _OF_SPANS]
    if kept and _OF_APPOINTMENTS.issuperset(kept):
        return Meaning((APPOINTMENT,))
    found = meaning(" ".join(kept), synonyms)
    if not kept or found.sort in TERMED:
        return found._replace(targets=(), attributes=("issued", "expires"))
    return None


def says_term(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading is "Term", which behind no credential is that of the appointment."""
    return TERM in normal(text, synonyms.words).split()


def _are_spans(look: Profile) -> bool:
    """Whether the cells of a column are spans of two days."""
    texts = [cells.typed(cell) for cell in look.unsplit]
    said = [text for text in texts if not words.is_filler(text)]
    return bool(said) and sum(1 for text in said if parallel.span(text)) >= MOST * len(said)
