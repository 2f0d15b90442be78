"""What "Reappt" means: the end of the term that runs, or its start, on which somebody was reappointed.

Told by the days and by what else the sheet has; where they do not tell, it is asked.
"""

from collections.abc import Callable, Mapping
from datetime import date

from workbench.sheets.cell import cells
from workbench.sheets.column.headings import Meaning, Synonyms, normal
from workbench.sheets.column.profile import Profile
from workbench.store.database import database

ENDS, LAST = "appointment.ends", "appointment.last_reappointed"
INITIAL, STARTS = "appointment.initial", "appointment.starts"
_APPOINTED = frozenset(["appointment", "appointment date", "date of appointment", "date appointment"])
_BARE = frozenset(
    f"{what}{date}"
    for what in ("reappointment", "recredentialing", "reappointed", "recredentialed")
    for date in ("", " date")
) | {"date of reappointment"}
MOST = 0.6
TERM = 1100
"""Days of the longest term, three years: one that began longer ago is over."""
SHORTEST, NEARLY_ALL = 350, 0.9


def told(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> tuple[dict[int, Meaning], dict[int, tuple[str, ...]]]:
    """By column what such a heading means, and between which two it is asked."""
    bare = [
        at for at, text in texts.items() if meanings[at].targets == (ENDS,) and normal(text, synonyms.words) in _BARE
    ]
    meant = _starts(texts, meanings, look, synonyms)
    if not bare:
        return meant, {}
    said = {target for at, found in meanings.items() if at not in bare for target in found.targets}
    doubted: dict[int, tuple[str, ...]] = {}
    for at in bare:
        if {ENDS, LAST} <= said:
            meant[at] = Meaning((LAST,), weak=True)  # both are told by columns that say so
            continue
        target = LAST if ENDS in said else ENDS if LAST in said else _by_days(look(at))
        if target:
            meant[at] = Meaning((target,))
        else:
            doubted[at] = (ENDS, LAST)
    return meant, doubted


def _starts(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> dict[int, Meaning]:
    """ "Appt. Date, Exp. Date" a term apart: the day on which that term began, and not that of the initial appointment."""
    if any(STARTS in found.targets for found in meanings.values()):
        return {}
    found = [at for at, text in texts.items() if INITIAL in meanings[at].targets]
    bare = [at for at in found if normal(texts[at], synonyms.words) in _APPOINTED and _is_end(meanings.get(at + 1))]
    return {at: Meaning((STARTS,)) for at in bare if len(bare) == 1 and _is_a_term(look(at), look(at + 1))}


def _is_end(found: Meaning | None) -> bool:
    return found is not None and (found.targets == (ENDS,) or not found.known and found.attributes[:1] == ("expires",))


def _is_a_term(first: Profile, last: Profile) -> bool:
    """Whether nearly all days stand a term before those beside them."""
    both = [(_day(start), _day(end)) for start, end in zip(first.rows, last.rows, strict=False)]
    terms = [(end - start).days for start, end in both if start and end]
    return bool(terms) and sum(SHORTEST <= days <= TERM for days in terms) >= NEARLY_ALL * len(terms)


def _by_days(look: Profile) -> str:
    """Days to come are ends; days past of a term that can still run are starts; "" where neither are most of them."""
    today = database.clock().date()
    days = [day for text in look.texts if (day := _day(text))]
    if not days:
        return ENDS
    if sum(day > today for day in days) >= MOST * len(days):
        return ENDS
    return LAST if sum(0 <= (today - day).days <= TERM for day in days) >= MOST * len(days) else ""


def _day(text: object) -> date | None:
    try:
        found = cells.expires(text)
    except ValueError:
        return None
    return found if isinstance(found, date) else None
