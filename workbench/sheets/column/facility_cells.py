"""A column whose cells name facilities with a standing each, "North: Active; South: Courtesy", whatever its heading: Hospital Status,
Staff Status by Facility, Appointments."""

from collections.abc import Callable, Mapping, Sequence

from workbench.sheets.cell import cells, words
from workbench.sheets.column import facilities
from workbench.sheets.column.headings import Meaning, Synonyms, meaning, normal
from workbench.sheets.column.profile import Profile

TARGET = "appointment.facility"
MOST = 0.8
_STANDING = ("provider.status", "provider.category")
_OUTSIDE = frozenset(
    ["other", "outside", "external", "affiliation", "affiliations", "previous", "prior", "former", "past"]
)
"""Words of headings over hospitals that are none of the office's, or over what was before."""


def told(
    texts: Mapping[int, str],
    meanings: Mapping[int, Meaning],
    look: Callable[[int], Profile],
    synonyms: Synonyms,
    said: Mapping[int, str | None],
) -> dict[int, Meaning]:
    """The only such column, and what it means; nothing where a heading names the facilities. `said` is what somebody said of columns."""
    if TARGET in said.values():
        return {}
    found = [
        column
        for column, text in texts.items()
        if text
        and column not in said
        and _OUTSIDE.isdisjoint(normal(text, synonyms.words).split())
        and _may_be(meanings[column])
        and _holds(look(column), synonyms)
    ]
    is_named = any(meanings[at].targets == (TARGET,) for at in meanings if at not in found)
    return {found[0]: Meaning((TARGET,))} if len(found) == 1 and not is_named else {}


def _may_be(found: Meaning) -> bool:
    """Whether a heading means nothing to us, or how somebody stands."""
    of_standing = all(target in _STANDING or target.startswith("appointment.") for target in found.targets)
    return not found.sort and not found.attributes and of_standing


def _holds(look: Profile, synonyms: Synonyms) -> bool:
    texts = [
        text
        for cell in look.unsplit
        if isinstance(cell, str) and not words.is_filler(text := cells.typed(cell.replace("\n", "; ")))
    ]
    if _names_some([facilities.named_in(text) for text in texts], synonyms):
        return True
    named = [facilities.named_in(text, surely=False) for text in texts]
    different = set().union(*named)
    return _names_some(named, synonyms) and 2 * len(different) <= len(texts)


def _names_some(named: Sequence[Sequence[str]], synonyms: Synonyms) -> bool:
    """Whether nearly all cells name facilities, and some several."""
    if not any(len(each) > 1 for each in named) or sum(map(bool, named)) < MOST * len(named):
        return False
    return not any(meaning(name, synonyms).known for name in set().union(*named))
