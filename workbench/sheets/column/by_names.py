"""The column of the people's names, told by its cells where no heading names it: "Surgeon", "APP Name", "Members".

Cells as "Last, First, MD" can hardly be anything but people; whose people, a heading about somebody else says.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workbench.records import places
from workbench.sheets import likeness
from workbench.sheets.cell import names, standings
from workbench.sheets.column import profile
from workbench.sheets.column.headings import Meaning, Synonyms, meaning, normal
from workbench.sheets.column.profile import Profile
from workbench.sheets.reading import Sheet
from workbench.sheets.row import group_names

NAME = "provider.full_name"
_NAMES = frozenset({NAME, "provider.last", "provider.first"})
_PROFESSIONS = frozenset({"practitioner", "anesthetist", "midwife", "specialist"})
"""Behind "Nurse" the person of the row, and nobody's nurse."""
_OF_PEOPLE = frozenset({"provider.degree", "provider.status", "provider.category"})
_BESIDE_PEOPLE = frozenset({"credential", "credentials", "degree", "degrees", "title", "titles"})
MOST = 0.9
LONGEST = 3
"""The most words before and behind the comma of a name."""
_SIGNS = dict.fromkeys(map(ord, " .'’-`"))
SEVERAL = 0.5
"""The share of different names from which they are those of the rows: a supervisor's comes again and again."""


def told(
    texts: Mapping[int, str],
    meanings: Mapping[int, Meaning],
    look: Callable[[int], Profile],
    synonyms: Synonyms,
    said: Mapping[int, str | None] = MappingProxyType({}),
) -> dict[int, Meaning]:
    """The only column that holds names in full under a heading that means nothing to us, and what it means; nothing where
    another column is headed as a name, or several may be it. `said` is what somebody said of columns."""
    named = {target for found in meanings.values() for target in found.targets}
    if _NAMES.intersection(named.union(filter(None, said.values()))):
        return {}
    found = [
        column
        for column, text in texts.items()
        if text
        and column not in said
        and (_is_open(meanings[column]) or _may_say_people(text, meanings[column], synonyms))
        and _is_of_the_row(text, synonyms)
    ]
    found = [
        column
        for column in found
        if _are_names(look(column), of_people=_is_open(meanings[column]) and _says_people(texts[column], synonyms))
    ]
    return {found[0]: Meaning((NAME,))} if len(found) == 1 else {}


def in_table(sheet: Sheet, heading: int, texts: Mapping[int, str], synonyms: Synonyms) -> bool:
    """Whether the cells under these headings tell who the rows are about."""
    rows = sheet.rows[heading + 1 : heading + 1 + profile.SAMPLE]
    meanings = {column: meaning(text, synonyms) for column, text in texts.items()}
    return bool(told(texts, meanings, lambda column: Profile([row[column] for row in rows]), synonyms))


def _is_open(found: Meaning) -> bool:
    """Whether a heading means nothing to us, or only what somebody does: "NP/PA"."""
    return not found.known or bool(found.title) and not found.attributes


def _may_say_people(text: str, found: Meaning, synonyms: Synonyms) -> bool:
    """Whether a heading of a standing or a degree may be one of people as well: "Staff", "Provider / Credentials"."""
    own = set(normal(text, synonyms.words).split()) - _BESIDE_PEOPLE
    return set(found.targets) <= _OF_PEOPLE and bool(own) and own <= set(synonyms.lines["people_words"])


def _is_of_the_row(text: str, synonyms: Synonyms) -> bool:
    """Whether nothing in a heading says that it is about somebody else than the person of the row."""
    words = set(normal(text, synonyms.words).split())
    if words & _PROFESSIONS:
        words.discard("nurse")
    return synonyms.others_words.isdisjoint(words)


def _says_people(text: str, synonyms: Synonyms) -> bool:
    """Whether every word of a heading is one for those of a medical staff: "Physicians & APPs", "Rendering Provider"."""
    words = normal(text, synonyms.words).split()
    return bool(words) and set(words) <= set(synonyms.lines["people_words"])


def _are_names(look: Profile, *, of_people: bool) -> bool:
    if not look.count or len(look.distinct()) < SEVERAL * look.count:
        return False
    if look.share(lambda text: _is_name(standings.without_training(text))) >= MOST:
        return True
    return of_people and look.share(lambda text: _is_written_as_name(standings.without_training(text))) >= MOST


def _is_written_as_name(text: str) -> bool:
    """Whether a text has the form of "de la Cruz, Ngozi Lee", or of "Ngozi de la Cruz" with a given name that is known."""
    if names.is_company(text) or group_names.reads_like_a_group(text):
        return False
    if profile.is_name_with_degree(text):
        return True
    last, comma, given = text.partition(",")
    words = (given if comma else last).split()
    letters = text.replace(",", "").translate(_SIGNS)
    if not words or not letters.isalpha() or not all(word[0].isupper() for word in words if comma):
        return False
    if not comma:
        return 2 <= len(words) <= LONGEST + 1 and likeness.is_given(words[0])
    is_place = given.strip().isupper() and places.code(given.strip()) is not None
    return len(words) <= LONGEST and 1 <= len(last.split()) <= LONGEST and not is_place


def _is_name(text: str) -> bool:
    """ "Ngo, Ruth T., MD" and "Ngo, Ruth": a surname, a comma, and a given name or a degree."""
    _, comma, behind = text.partition(",")
    if not comma or any(map(str.isdigit, text)):
        return False
    return profile.is_name_with_degree(text) or any(likeness.is_given(word) for word in behind.split()[:1])
