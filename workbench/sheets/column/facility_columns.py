"""Which columns hold the staff of a facility each: surely, or worth a question, or by a name that the office has."""

import re
from collections.abc import Collection, Mapping

from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.cell import cells, standings, words
from workbench.sheets.column import elsewhere, facilities
from workbench.sheets.column.headings import load_synonyms, normal
from workbench.sheets.column.profile import Profile
from workbench.sheets.sheet_reading import SheetReading

_LED_SURELY = re.compile(
    r"^(?:(?:staff )?(?:status|category|privileges|member(?:ship)?) at|(?:facility|hospital|campus|site)\s*[-–—:])\s+\S",
    re.IGNORECASE,
)
_OTHER_TIMES = re.compile(
    r"\b(?:prior|previous|former|old|new|last|next|proposed|requested|current|type|class)\b|\d{4}", re.IGNORECASE
)
_AT = re.compile(r"\bat\b", re.IGNORECASE)
AFFILIATION, FACILITY = "affiliation.hospital", "appointment.facility"
MOSTLY, SOME_PRACTICES = 0.9, 0.5
OUT, IN = (
    Option("out", "left out"),
    Option("in", "each is a facility: its cells are the staff there"),
)


def columns(texts: Mapping[int, str], looks: Mapping[int, Profile]) -> tuple[list[int], dict[int, bool]]:
    """Of columns whose headings mean nothing else, those that surely hold the staff of a facility each, and those that may.

    The second by whether they hold standings under a heading that can name a facility, which is worth a question."""
    may = [
        at
        for at, look in looks.items()
        if look.count and texts.get(at) and _names_a_place(texts[at]) and look.share(_says) >= MOSTLY
    ]
    standing = {at for at in may if looks[at].share(_is_standing) >= MOSTLY and len(facilities.called(texts[at])) > 1}
    sure = [at for at in may if _is_surely_named(texts[at]) or at in standing and _is_led(texts[at])]
    compass = [
        at for at in standing.difference(sure) if _words(facilities.called(texts[at])) <= _lines("facility_sides")
    ]
    if len(compass) + len(sure) > 1:
        sure += compass
    if len(sure) > 1:  # three categories of staff are no list of who votes
        sure += [at for at in standing.difference(sure) if _may_name(texts[at]) and len(_categories(looks[at])) > 2]
    left = [at for at in may if at not in sure]
    asked = [at for at in left if at in standing and _may_name(facilities.called(texts[at]))]
    if asked:
        asked += [
            at for at in left if at not in asked and _words(facilities.called(texts[at])) <= _lines("facility_sides")
        ]
    is_worth = len(asked) + len(sure) > 1 or any(_words(texts[at]) & _lines("facility_words") for at in asked)
    return sorted(sure), {at: is_worth and at in asked for at in left}


def settle(reading: SheetReading, known: Collection[str], answers: Replies) -> None:
    """Columns that may be one facility each: taken where the office has that facility, otherwise asked once for the sheet."""
    names = {name.casefold() for name in known}
    open_ = {at: ask for at, ask in reading.may_be_facilities.items() if reading.columns.get(at) is None}
    ours = [at for at in open_ if facilities.called(reading.headings.get(at, "")).casefold() in names]
    asked = [at for at in open_ if open_[at] and at not in ours]
    if asked:
        key = key_of("facilities", reading.name)
        chosen = answers.to(key, (OUT, IN), OUT.key)
        one = len(asked) == 1
        about = (
            f"{'Is this column' if one else f'Are these {len(asked)} columns'} facilities of yours, each with its staff? "
            f"{', '.join(reading.label(at) for at in asked)}"
        )
        if one:
            about = about.replace("facilities of yours, each with its staff", "a facility of yours, with its staff")
        reading.questions.append(Question(reading.name, about, len(reading.rows), chosen.says, key, (OUT, IN)))
        ours += asked if chosen is IN else []
    _affiliations(reading, names)
    _hospitals_elsewhere(reading, names, answers)
    for at in ours:
        reading.columns[at] = facilities.TARGET
        reading.notes.append(f"Column {reading.label(at)} {read_as(reading.headings.get(at, ''))}.")


def _affiliations(reading: SheetReading, names: Collection[str]) -> None:
    """Hospitals that people belong to, all of them facilities of the office: then they are appointed there."""
    found = [at for at, target in reading.columns.items() if target == AFFILIATION]
    if len(found) != 1 or FACILITY in reading.columns.values():
        return
    said = {cells.typed(row.cells[found[0]]).casefold() for row in reading.rows} - {""}
    if said and said <= set(names):
        reading.columns[found[0]] = FACILITY


def _hospitals_elsewhere(reading: SheetReading, names: Collection[str], answers: Replies) -> None:
    """ "Primary Hospital", "Hospital Name", "Facility Name" beside an address: no facilities of ours, unless the office has all.

    Hospitals elsewhere are affiliations; a practice under such a heading is nothing that the heading says."""
    synonyms = load_synonyms()
    for at in [at for at, target in reading.columns.items() if target == FACILITY]:
        texts = [cells.typed(row.cells[at]) for row in reading.rows if row.cells[at] is not None]
        phrase = normal(reading.headings.get(at, ""), synonyms.words)
        is_said = phrase in synonyms.lines["facilities_elsewhere"] or _has_an_address(at, reading)
        is_said = is_said or phrase == "hospital" and len(set(texts)) > 1 and not _has_people_at_several(at, reading)
        is_said = is_said or _are_practices(texts, names)
        if not texts or {text.casefold() for text in texts} <= set(names):
            continue
        if not is_said:
            _privileges_elsewhere(reading, at, texts, answers)
            continue
        if any(facilities.several(text) for text in texts):  # "Mercy (Active)": the staff there
            continue
        is_hospital = "hospital" in phrase or sum(map(facilities.is_house, texts)) >= MOSTLY * len(texts)
        reading.columns[at] = AFFILIATION if is_hospital else None
        why = "is read as hospitals elsewhere" if is_hospital else "is left out"
        reading.notes.append(f"Column {reading.label(at)} {why}: not all of them are facilities of this office.")
        if is_hospital:
            elsewhere.settle(reading, at, answers)


def _privileges_elsewhere(reading: SheetReading, at: int, texts: Collection[str], answers: Replies) -> None:
    """ "Facility, Privilege Status" over places of which each has its own people: how they stand there, or with us; asked."""
    behind = normal(reading.headings.get(at + 1, ""), load_synonyms().words).split()
    is_there = not {"privilege", "privileges"}.isdisjoint(behind) and len(set(texts)) > 1
    if is_there and not _has_people_at_several(at, reading) and not any(map(facilities.several, texts)):
        elsewhere.settle(reading, at, answers)


def _has_people_at_several(at: int, reading: SheetReading) -> bool:
    """Whether somebody stands in rows of two hospitals, as in the roster of a system of several."""
    who = [reading.column_of(target) for target in ("provider.npi", "provider.full_name", "provider.last")]
    key = next((column for column in who if column is not None), None)
    if key is None:
        return False
    beside: dict[object, set[object]] = {}
    for row in reading.rows:
        beside.setdefault(row.cells[key], set()).add(row.cells[at])
    return any(len(hospitals) > 1 for person, hospitals in beside.items() if person is not None)


def _are_practices(texts: Collection[str], names: Collection[str]) -> bool:
    """Whether groups of physicians stand under "Facility Name", and no house: nobody is appointed at a medical group."""
    if any(facilities.is_house(text) or text.casefold() in names for text in texts):
        return False
    said = _lines("practice_words")
    return sum(1 for text in texts if _words(text) & said) >= SOME_PRACTICES * len(texts)


def _has_an_address(at: int, reading: SheetReading) -> bool:
    """Whether an address stands directly behind a facility, as payers write where somebody practices."""
    return reading.columns.get(at + 1) in ("provider.street", "practice.street")


def read_as(heading: str) -> str:
    """What is said of a column that is read as a facility."""
    return f"is read as the staff of {facilities.called(heading)}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))


def _lines(name: str) -> set[str]:
    return set(load_synonyms().lines[name])


def _names_a_place(text: str) -> bool:
    """Whether a heading may name a facility: neither "Previous Status" nor "Facility: Category", as systems write."""
    is_time = _AT.search(text) is not None and not _words(facilities.called(text)).isdisjoint(
        _lines("times_of_standings")
    )
    return not is_time and not _OTHER_TIMES.search(text) and not facilities.names_none(text, _lines("standing_words"))


def _is_led(text: str) -> bool:
    """ "Status at Lakeside": the heading itself says that a facility follows; "Status at board" says when."""
    is_time = not _words(facilities.called(text)).isdisjoint(_lines("times_of_standings"))
    return _LED_SURELY.match(text.strip()) is not None and not is_time


def _is_surely_named(text: str) -> bool:
    """ "North Hospital", "St. Mary's", "Riverbend Medical Center": a name of its own with the word for such a house."""
    name = facilities.called(text)
    if facilities.SAINT.match(name):
        return True
    match = facilities.HOUSE.match(name)
    return match is not None and not _words(match[1]) <= _lines("no_facility_names") and _may_name(name)


def _may_name(text: str) -> bool:
    """Whether no word of a heading says that it is about something else than a place: Committee, Panel, Medicare."""
    return _words(text).isdisjoint(_lines("no_facility_words"))


def _categories(look: Profile) -> set[str]:
    return {category for text in look.texts if (category := words.category(text))}


def _is_standing(text: str) -> bool:
    return bool(facilities.staff(text) or words.status(text) or standings.told(text))


def _says(text: str) -> bool:
    return _is_standing(text) or cells.flag(text) is True or text.lower() in ("no", "n", "0", "false", "-")
