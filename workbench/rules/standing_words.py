"""What typed words say of a membership or a position elsewhere. The words are lists of rule C-18 in resources/standards/review.toml;
what they do not know is neither good nor bad, and somebody reads it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

GOOD, READ, BAD = "good", "read", "bad"
_SENTENCES = re.compile(r"[.;:()\n–—?!]|\bbut\b|\bthen\b|\bhowever\b|\s-\s")
_PARTS = re.compile(r"[,/]|\band\b")
_KEPT = re.compile(r"\bon (?:record|file)\b")
_NONE = re.compile(r"([a-z ]+):\s*none\b")
_WORDS = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_DATE = re.compile(
    r"\d+(?:st|nd|rd|th)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)


def standing(said: str, rule: dict[str, Any]) -> str:
    """GOOD, also where nothing is said; BAD where a clause tells of something held against the member; else READ."""
    if " ".join(_WORDS.findall(said.casefold())) in ("", *rule["unsaid"]):
        return GOOD
    if speaks_of_it(said, rule):
        return BAD
    is_good = "?" not in said and all(_is_good(words, rule) for words in _clauses(said, rule))
    return GOOD if is_good else READ


def _is_good(words: Sequence[str], rule: dict[str, Any]) -> bool:
    """Good words alone, or after them a denial of bad ones: “Left 2019, no restrictions”, “was never disciplined”."""
    said = [word for word in words if not _DATE.fullmatch(word)]
    at = next((place for place, word in enumerate(said) if word in rule["without"]), len(said))
    denied = said[at + 1 :]
    if at < len(said) and not denied:
        return False
    return {*said[:at]} <= {*rule["plain"]} and {*denied} <= {*rule["denied"], *rule["without"]}


def speaks_of_it(said: str, rule: dict[str, Any]) -> bool:
    """Whether words tell of an involuntary end, a limit, an investigation or a concern, and do not deny it in the same clause.
    The name of a department or of a committee tells of nothing."""
    return any(_tells(words, rule) for words in _clauses(said, rule))


def _tells(words: Sequence[str], rule: dict[str, Any]) -> bool:
    clause = f" {' '.join(words)} "
    for harmless in rule["harmless"]:
        clause = clause.replace(f" {harmless} ", " ")
    return any(not _is_denied(clause[:place], rule) for place in _told(clause, rule))


def _told(clause: str, rule: dict[str, Any]) -> Iterator[int]:
    """Where in a clause something is told: an event, a loss of what was held, or a noun and nothing besides."""
    for found in _beginning(*rule["events"]).finditer(clause):
        if found["next"] not in rule["bodies"]:
            yield found.start()
    if _beginning(*rule["held"]).search(clause):
        yield from (found.start() for found in _beginning(*rule["losses"]).finditer(clause))
    words = [word for word in clause.split() if not _DATE.fullmatch(word) and word not in rule["without"]]
    nouns = [word for word in words if word in rule["nouns"]]
    if nouns and {*words} <= {*rule["nouns"], *rule["beside"], *rule["turns"], *rule["denied"]}:
        yield clause.index(f" {nouns[0]} ")


@cache
def _beginning(*starts: str) -> re.Pattern[str]:
    """Words that begin with one of these, and the word after them."""
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, starts))})\S*(?: (?P<next>\S+))?")


def _is_denied(before: str, rule: dict[str, Any]) -> bool:
    """Whether a denial reaches what comes after these words."""
    for word in reversed(before.split()):
        if word in rule["turns"]:
            return False
        if word in rule["without"]:
            return True
    return False


def _clauses(said: str, rule: dict[str, Any]) -> list[list[str]]:
    """The words of each clause. A list that a denial begins is one: “No suspensions, restrictions or limitations”."""
    found: list[list[str]] = []
    plain = _NONE.sub(r"no \1", _KEPT.sub("", said.casefold()))
    for sentence in _SENTENCES.split(plain):
        parts = [words for part in _PARTS.split(sentence) if (words := _WORDS.findall(part))]
        listed = any(words[0] in ("or", "nor") for words in parts)
        begun = False
        for words in parts:
            if begun and {*words} <= {*rule["denied"]} and (listed or not _happened(words)):
                found[-1] += words
            else:
                found.append(words)
                begun = bool({*words} & {*rule["without"]})
    return found


def _happened(words: Sequence[str]) -> bool:
    """Whether one of them is what somebody did: “suspended”, and not “suspension”."""
    return any(word.endswith("ed") for word in words)
