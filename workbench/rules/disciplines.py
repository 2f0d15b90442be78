"""Whether somebody who speaks for an applicant is of the same professional discipline, by the degrees that both have.

The degrees are data (disciplines.toml). What cannot be told is not held against anybody: no degree, or one of no discipline."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from workbench.records.policy import OR_A_PHYSICIAN, Policy
from workbench.rules.quorum import degree_words, is_physician

FILE = Path(__file__).parents[2] / "resources" / "disciplines.toml"
PHYSICIAN = "Physician"


class _Known(NamedTuple):
    of: dict[str, frozenset[str]]
    """By a degree, the types of provider who have it."""
    one: tuple[frozenset[str], ...]
    beside: frozenset[str]


def is_same(provider_type: str, degrees: str, policy: Policy) -> bool:
    """Whether a referee with these degrees is a peer of an applicant of this type, as far as can be told."""
    theirs, known = disciplines(degrees), _known()
    if not theirs or provider_type not in {PHYSICIAN}.union(*known.of.values()):
        return True
    own = next((each for each in known.one if provider_type in each), frozenset({provider_type}))
    if provider_type in known.beside and policy.app_peers == OR_A_PHYSICIAN[1]:
        own |= {PHYSICIAN}
    return bool(own & theirs)


def disciplines(degrees: str) -> frozenset[str]:
    """The types of provider who have these degrees: “MD, PhD” is a physician's; empty where none is known."""
    found = frozenset({PHYSICIAN} if is_physician(degrees) else ())
    return found.union(*(_known().of.get(word, frozenset()) for word in degree_words(degrees)))


@cache
def _known() -> _Known:
    said = tomllib.loads(FILE.read_text("utf-8"))
    of: dict[str, frozenset[str]] = {}
    for provider_type, degrees in said["degrees"].items():
        for each in degrees:
            for word in degree_words(each):
                of[word] = of.get(word, frozenset()) | {provider_type}
    one = tuple(frozenset(types) for types in said["one"].values())
    return _Known(of, one, frozenset(said["beside_physicians"]["types"]))
