"""An age that somebody wrote into a text, “47 y/o”, “aged 47”: it tells the year of a birth, and no paper shows that.

Only what reads as a person's own is one. “Patients age 18 and over” says whom a privilege is for and prints; so does the age of a
patient, of a claim or of a license. The words that tell them apart stand in ages.toml."""

import re
from functools import cache
from pathlib import Path

from workbench.records.private_texts import DOTS

FILE = Path(__file__).parents[2] / "resources" / "ages.toml"
_YEARS = r"(?:years?|yrs?)\.?"
_OLD = rf"[-\s]?(?:{_YEARS}[-\s]?old|y\.?\s?/?\s?o\b\.?)|\s{_YEARS}\sof\sage\b"
_AGE = re.compile(
    rf"(?<![\w.])age[d]?\b\s?(?:(?:is|of|was)\b\s?|[:=(]\s?)?(?P<said>[1-9]\d)(?![\w/%]|[.,]\d)(?:{_OLD})?"
    rf"|(?<![\w.$,])(?P<told>[1-9]\d)(?:{_OLD})(?!\w)",
    re.IGNORECASE,
)
_MAY_SAY = re.compile(r"age|old|yo|y\.|y/|y /", re.IGNORECASE)
"""Found much faster than what is looked for."""
_AS_OLD = r"(?<=[do.])"
"""Behind “20-year-old” or “20 y.o.”, and not behind “at age 20”."""
LEAST = 18
"""Years that anybody has who is on a staff."""
_NEAR = 80
"""Letters before an age in which is looked for whose it is."""


def masked(text: str) -> str:
    """The text with dots for the years of somebody's age; else as it is."""
    return _AGE.sub(_dotted, text) if _MAY_SAY.search(text) else text


def _dotted(match: re.Match[str]) -> str:
    which = "said" if match["said"] else "told"
    if int(match[which]) < LEAST or _is_scope(match):
        return match[0]
    start, end = (each - match.start() for each in match.span(which))
    return f"{match[0][:start]}{DOTS}{match[0][end:]}"


def _is_scope(match: re.Match[str]) -> bool:
    before, behind = _scopes()
    start = match.start()
    near = before.search(match.string, max(0, start - _NEAR), start)
    return near is not None or behind.match(match.string, match.end()) is not None


@cache
def _scopes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends before an age of a scope or of a thing, and what begins behind it; made when a text first says one."""
    import tomllib

    with FILE.open("rb") as file:
        said = {key: "|".join(each) for key, each in tomllib.load(file).items()}
    between = rf"(?:(?!(?:{said['of_whom']}|{said['never_between']})\s)[\w-]+\s){{0,2}}"
    thing = rf"(?:^|{said['begins']})\s*(?:(?:(?:{said['of_whom']})\s){{1,2}}{between})?(?:{said['things']})"
    aged = rf"{thing}\s(?:{said['is']})\s(?:(?:{said['about']})\s)?"
    before = (
        rf"(?:(?<!\w)(?:{said['scope_before']})\s?[,(:]?\s?(?:(?:the|an?)\s)?|(?:{said['signs_before']})\s?|{aged})$"
    )
    behind = rf"(?:\s?{_YEARS})?[)]?\s?(?:(?:{said['scope_after']})(?!\w)|(?:{said['signs_after']}))"
    behind += rf"|{_AS_OLD}\s?(?:{said['things']})(?!\w)"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)
