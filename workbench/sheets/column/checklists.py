"""Columns of a checklist: under "Malpractice", "Residency" or "Hospital" stands how far each is, and no name."""

from collections.abc import Callable, Collection, Mapping

from workbench.sheets import targets
from workbench.sheets.cell import progress
from workbench.sheets.column.headings import Meaning, Synonyms
from workbench.sheets.column.profile import Profile

WHY = "its cells say how far each is, as a checklist does, and name none"
MOST = 0.5
_OF_SORTS = frozenset(["issuer", "title"])
_STATED = frozenset(["license", "dea", "cds"])
"""Sorts under whose name alone a state may stand: "OK" is no Oklahoma among such words."""


def told(
    meanings: Mapping[int, Meaning], look: Callable[[int], Profile], said: Collection[int], synonyms: Synonyms
) -> dict[int, str]:
    """Such columns, and why each is left out; `said`: the columns of which somebody said what they are."""
    named = [at for at, found in meanings.items() if at not in said and _may_name(found, synonyms)]
    return {at: WHY for at in named if _is_one(meanings[at], look(at))}


def _may_name(found: Meaning, synonyms: Synonyms) -> bool:
    if not found.sort:
        return any(map(progress.names_a_thing, found.targets))
    if found.sort in _STATED:
        return not found.attributes
    names = bool(_OF_SORTS.intersection(synonyms.allowed.get(found.sort, ()))) and found.sort in targets.NUMBERED_SORTS
    return names and (not found.attributes or not _OF_SORTS.isdisjoint(found.attributes))


def _is_one(found: Meaning, look: Profile) -> bool:
    is_asked = progress.asks(found.sort or found.targets[0].partition(".")[0])
    return _says_progress(look, is_asked=is_asked, of_letters=bool(found.sort) and found.sort not in _STATED)


def _says_progress(look: Profile, *, is_asked: bool, of_letters: bool) -> bool:
    words = sum(
        1 for text in look.texts if progress.says(text, is_asked=is_asked) or of_letters and progress.is_letter(text)
    )
    days = sum(1 for cell in look.cells if progress.is_day(cell))
    return words > 0 and words + days > MOST * look.count
