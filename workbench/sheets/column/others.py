"""Columns about somebody or something else than the person of the row: the city of a home, the phone of a chair.

"Home Address, City, Zip, Phone": the last three are the home's, until a heading says something else of the person.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from workbench.sheets import targets
from workbench.sheets.cell import words
from workbench.sheets.column import own_numbers, said_own
from workbench.sheets.column.headings import Meaning, Synonyms, normal
from workbench.sheets.column.opening import (
    CALLS,
    DEGREE,
    EMAIL,
    FEW,
    MANY,
    MOST,
    NAME,
    NAMES,
    NUMBERS,
    OWN,
    PHYSICIANS,
    REACHED,
    STREET,
    SUPERVISOR,
    TITLES,
    Run,
    is_name,
    names_another,
    run_of,
    speaks_of_others,
)
from workbench.sheets.column.profile import Profile

_ANYONE = (["supervisor"], ["supervisor", "name"])


def others(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> dict[int, str]:
    """The columns about another than the row's person or office, with the heading that says so; `meanings` are by words alone."""
    found: dict[int, str] = {}
    run, seen = Run(), set[str]()
    has_street = any(m.targets == (STREET,) and not m.weak for m in meanings.values())
    degrees = {at for at, m in meanings.items() if DEGREE in m.targets and _are_degrees(look(at))}
    theirs = said_own.by_column(texts, meanings, REACHED, synonyms)
    for column in sorted(texts):
        own = _own(meanings[column])
        phrase = normal(texts[column], synonyms.words).split()
        said = "" if meanings[column].weak and has_street else own  # a mailing address is the office's without another
        opened = run_of(texts, column, said, meanings[column], look(column), synonyms)
        is_their_kind = _is_their_kind(own, phrase, look(column), run, bool(degrees - {column}))
        is_again = _is_again(column, run, found, meanings)
        if opened:
            run = replace(opened, at=column, is_supervisor=own == SUPERVISOR, is_anyone=phrase in _ANYONE)
            run.own_numbers = _own_numbers(run, texts, meanings, look, seen, synonyms)
        elif is_their_kind and theirs.get(column, is_again or _is_theirs(own, column, run, seen, look)):
            found[column] = run.said
            run.take(look(column), own)
        elif meanings[column].sort in targets.BACKGROUNDS and run.said:  # the year of the school whose city follows
            continue
        elif _ends(run, meanings[column], phrase, synonyms):
            run = Run()
        elif run.said and names_another(phrase, synonyms):
            run.take(look(column))
        seen.add(own)
    return found


def _is_again(column: int, run: Run, found: Mapping[int, str], meanings: Mapping[int, Meaning]) -> bool:
    """ "Nurse, Phone, Scheduler, Phone": what stands directly behind somebody, as another's did before."""
    return run.at == column - 1 and any(_own(meanings[at]) == _own(meanings[column]) for at in found)


def _own_numbers(
    run: Run,
    texts: Mapping[int, str],
    meanings: Mapping[int, Meaning],
    look: Callable[[int], Profile],
    seen: set[str],
    synonyms: Synonyms,
) -> dict[str, int | None]:
    """Where the member's own numbers begin behind somebody, of sorts that no column on the left holds."""
    end = next((at for at in sorted(texts) if at > run.at and speaks_of_others(texts[at], synonyms)), max(texts) + 1)
    return {
        sort: own_numbers.begin(
            sort, run.at, end, meanings, look, lambda each: _told_by_values(run, look(run.at), each)
        )
        for sort in NUMBERS & run.theirs - seen
    }


def _ends(run: Run, found: Meaning, phrase: list[str], synonyms: Synonyms) -> bool:
    """Whether what follows a column is the person's again; behind a carrier also a day of the policy says so."""
    is_own = bool(OWN.intersection(phrase)) and not names_another(phrase, synonyms)
    return found.known or is_own or run.of_place and bool(found.attributes)


def _are_degrees(look: Profile) -> bool:
    return bool(look.count) and look.share(words.degrees_in) >= MOST


def _is_their_kind(own: str, phrase: list[str], look: Profile, run: Run, has_another: bool) -> bool:
    """Whether a heading says what somebody or a place beside the person can have. Of a "Title" or "Degree" its cells tell;
    `has_another`: another column holds the person's."""
    if own not in run.theirs or OWN.intersection(phrase) or phrase[-1] == run.way:
        return False
    if own != DEGREE:
        return True
    if " ".join(phrase) not in TITLES:
        return False
    if has_another or not _are_degrees(look):
        return True
    said = {degree.upper() for text in look.texts for degree in words.degrees_in(text) or ()}
    return "provider.npi" in run.theirs and said <= PHYSICIANS


def _own(found: Meaning) -> str:
    if not found.sort and "state" in found.attributes:
        return "provider.state"
    if found.sort in NUMBERS:
        return found.sort
    return found.targets[0] if found.targets else ""


def _is_theirs(own: str, column: int, run: Run, seen: set[str], look: Callable[[int], Profile]) -> bool:
    """Whether a column is about the heading on its left, where it may be the person's own as well."""
    if run.is_referee and own in NUMBERS and not run.has_npi:
        return False
    if (own_from := run.own_numbers.get(own)) is not None:
        return column < own_from
    if own in NUMBERS and not (run.holds_numbers or own in seen) or own == NAME and seen.isdisjoint(NAMES):
        return False
    is_told = run.holds_numbers or "provider.npi" in run.theirs and own not in seen
    if run.is_empty and is_told and look(column).count:
        return False  # "Supervising Physician, Supervisor NPI" without a word in them: nobody has what follows but the person
    told = _told_by_values(run, look(run.at), look(column))
    by_values = CALLS | {EMAIL} | ({"provider.zip"} if run.of_place else set())
    if (run.of_place and not run.way or run.of_school) and own in by_values and told is not False:
        # "Hospital, Phone": the hospital's behind its town, or where each of several has one of its own
        is_behind = run.has_calls if own == EMAIL else run.holds_numbers
        return is_behind or bool(told) and len(look(run.at).distinct()) > 1
    is_behind = own in REACHED and (column == run.at + 1 or run.is_anyone and seen.isdisjoint({own}))
    is_somebody = not (run.is_supervisor and not run.is_anyone or run.of_place or run.of_school)
    if is_behind and is_somebody and agree_beside(look(run.at), look(column)) is False:
        return True  # "Scheduler, Phone": somebody may have a phone for each of the people
    return told if told is not None else True


def _told_by_values(run: Run, left: Profile, look: Profile) -> bool | None:
    """Whether values belong to the names beside them; None where nothing tells, or the heading alone does.

    A value without a name beside it is not that name's, nor are different values beside the same name: but a few such rows
    are a couple, or a name that was forgotten.
    """
    if run.is_sure:
        return None
    pairs = [(who, cell) for who, cell in zip(left.rows, look.rows, strict=False) if cell is not None]
    alone = sum(1 for who, _ in pairs if who is None)
    least = FEW if run.is_supervisor else MANY
    if alone and alone >= least * len(pairs) and left.count and left.share(is_name) >= 0.5:
        return False
    agreed = agree_beside(left, look)
    again = sum(count for who, count in Counter(who for who, _ in pairs if who is not None).items() if count > 1)
    return None if agreed is False and again < MANY * len(pairs) else agreed


def may_be_own(column: int, who: str, texts: Mapping[int, str], found: Meaning, look: Callable[[int], Profile]) -> bool:
    """Whether a phone or an e-mail behind somebody is another beside one name, and may be the person's."""
    at = max((each for each, text in texts.items() if each < column and text == who), default=column - 1)
    return _own(found) in REACHED and agree_beside(look(at), look(column)) is False


def is_said_nowhere(column: int, who: str, meanings: Mapping[int, Meaning], synonyms: Synonyms) -> bool:
    """ "Spouse, Cell, Email" where no other column holds the person's: so many write their own behind the name of a spouse."""
    own = _own(meanings[column])
    is_spouse = not synonyms.others["couples"].isdisjoint(normal(who, synonyms.words).split())
    return is_spouse and own in REACHED and [_own(found) for found in meanings.values()].count(own) == 1


def agree_beside(left: Profile, look: Profile) -> bool | None:
    """Whether the values beside one name are mostly the same; None where no name comes again."""
    beside: dict[object, list[object]] = {}
    for who, cell in zip(left.rows, look.rows, strict=False):
        if who is not None and cell is not None:
            beside.setdefault(who, []).append(cell)
    again = [cells for cells in beside.values() if len(cells) > 1]
    if not again:
        return None
    return sum(1 for cells in again if len(set(cells)) == 1) >= MOST * len(again)
