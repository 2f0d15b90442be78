"""The policy of a carrier who insured somebody before: "Prior Carrier, Policy No, From, To" behind the current one is nobody's."""

from collections.abc import Mapping

from workbench.sheets.column import whose_days
from workbench.sheets.column.headings import UNKNOWN, Meaning, Synonyms, normal

_FORMER = frozenset(["prior", "previous", "former", "past", "old"])
_CARRIERS = frozenset(["carrier", "insurer", "insurance", "company", "malpractice", "coverage", "policy"])


def is_one(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading names a carrier of before."""
    said = set(normal(text, synonyms.words).split())
    return bool(said & _FORMER) and bool(said & _CARRIERS)


def told(texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms) -> dict[int, str]:
    """The columns that are about such a carrier's policy, each with the heading that names the carrier."""
    found: dict[int, str] = {}
    for at in (at for at, text in texts.items() if not meanings[at].known and is_one(text, synonyms)):
        column = at + 1
        while _goes_on(texts.get(column, ""), meanings.get(column, UNKNOWN), synonyms):
            found[column] = texts[at]
            column += 1
    return found


def _goes_on(text: str, found: Meaning, synonyms: Synonyms) -> bool:
    return _is_of_a_policy(found) or is_one(text, synonyms) or whose_days.is_bare(text, synonyms)


def _is_of_a_policy(found: Meaning) -> bool:
    if found.sort:
        return found.sort == "liability" and "issuer" not in found.attributes and bool(found.attributes)
    return not found.targets and bool(found.attributes)
