"""Whether a line of work history tells of a time without work: a leave, an illness, a sabbatical, by what it says itself.

What somebody wrote beside a leave may tell of health, so that such a line is a time off of which nothing is printed but that. A
place of work that is called after illness, as a cancer center, a department that is called after a treatment, and a work that is
called after leaves, as covering them, is work. The words stand in times_off.toml."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parents[2] / "resources" / "times_off.toml"


class _Words(NamedTuple):
    """What the lines are held against, all in small letters."""

    off: Sequence[str]
    none: Collection[str]
    nowhere: Collection[str]
    leave: re.Pattern[str]
    """A leave, and not the work of whoever stands in for those on leave, or administers them."""
    covers: re.Pattern[str]
    works: re.Pattern[str]
    """A travel nurse works."""
    state: re.Pattern[str]
    position: re.Pattern[str]
    """How a position begins that is none: “Patient”, “Recovering from surgery”, “On dialysis”; not “Patient safety officer”."""
    of_a_ward: re.Pattern[str]
    """How one begins that is none unless a role stands in it: “Cancer”, not “Cancer, medical oncologist”."""
    department: re.Pattern[str]
    employer: re.Pattern[str]
    """How an employer begins that is none: “Chemotherapy at Mayo Clinic”, “Disability”; not “Cancer Center of Iowa”."""
    bare: re.Pattern[str]
    """An employer of one word, which may be a department's."""
    role: re.Pattern[str]
    anothers: re.Pattern[str]


def is_time_off(employer: str, position: str, time_off: str) -> bool:
    """Whether a line of work history tells of a time without work: by what it is for, else by what it says."""
    if time_off:
        return True
    employed, placed = (_plain(each) for each in (employer, position))
    return _is_no_position(employed, placed) or _is_no_employer(employed, placed)


def says_nothing(text: str) -> bool:
    """Whether somebody wrote into a box that there is nothing to write: “n/a”, a dash."""
    return _plain(text) in _words().none


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_no_position(employed: str, placed: str) -> bool:
    words = _words()
    if placed in words.none:
        return False
    if _says_leave(placed) or words.state.search(placed) or (_begins_off(placed) and not words.works.search(placed)):
        return True
    if words.position.search(placed):
        return True
    if not words.of_a_ward.search(placed):
        return False
    somewhere = employed not in words.none and employed not in words.nowhere
    return not (somewhere and (words.department.search(placed) or _has_own_role(placed)))


def _has_own_role(placed: str) -> bool:
    return _words().role.search(placed) is not None and _words().anothers.search(placed) is None


def _is_no_employer(employed: str, placed: str) -> bool:
    words = _words()
    if _says_leave(employed):
        return words.covers.search(placed) is None
    if placed in words.none and _begins_off(employed):
        return True
    if words.employer.search(employed) is None:
        return False
    return words.role.search(placed) is None or words.bare.search(employed) is None


def _says_leave(words: str) -> bool:
    return _words().leave.search(words) is not None and _words().covers.search(words) is None


def _begins_off(words: str) -> bool:
    return any(words == each or words.startswith((f"{each}:", f"{each} ", f"{each},")) for each in _words().off)


@cache
def _words() -> _Words:
    """Made when a line is first looked at: the start loads this room and reads no list of words."""
    import tomllib

    with FILE.open("rb") as file:
        said: dict[str, list[str]] = tomllib.load(file)
    one_of = {key: f"(?:{'|'.join(each)})" for key, each in said.items()}
    return _Words(
        off=said["off"],
        none=frozenset(said["none"]),
        nowhere=frozenset(said["nowhere"]),
        leave=re.compile(rf"\b{one_of['leave']}\b(?!\W+(?:of\W+absence\W+)?{one_of['of_leaves']})"),
        covers=re.compile(rf"\b{one_of['covers']}\b"),
        works=re.compile(rf"^{one_of['works']}\w* \w"),
        state=re.compile(rf"^{one_of['state']}\b"),
        department=re.compile(rf"^{one_of['departments']}\W*$"),
        bare=re.compile(rf"^{one_of['treated']}\W*$"),
        role=re.compile(rf"\b{one_of['role']}\b"),
        anothers=re.compile(rf"\b{one_of['anothers']}\b"),
        **_beginnings(one_of),
    )


def _beginnings(one_of: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """How a position and an employer begin that are none."""
    ill, ward = one_of["ill"], f"(?:{one_of['wards']}|{one_of['treated']})"
    placed, employed = (
        f"(?:(?:{one_of['before']}|{one_of[each]}) )" for each in ("before_position", "before_employer")
    )
    why = "from|after|due|because|with"
    ends = r"(?:\W*$|[,:;(–-]\s|\s+(?:at|in|for|of|and)\b)"
    return {
        "position": re.compile(
            rf"^(?:{placed}*{ill}(?:{ends}|\s+\(|\s+(?:{why})\b)|{placed}+{ward}(?:{ends}|\s+(?:{why})\b)|{ward}\s+(?:{why})\b)"
        ),
        "of_a_ward": re.compile(rf"^{ward}{ends}"),
        "employer": re.compile(rf"^{employed}*(?:{ill}|{ward})(?:\W*$|\s+(?:at|in|for|{why})\b|[,:;(–]\s?|\s-\s)"),
    }
