"""Full names without a comma: whether a column writes "Michael Adix" or "ADIX MICHAEL", told by its heading, by the given names
in it and by where initials and particles stand."""

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from workbench.sheets import likeness
from workbench.sheets.asking import Option
from workbench.sheets.cell import names, surnames, words

LAST = Option("last", "read as last name, first name")
FIRST = Option("first", "read as first name, last name")
EACH = Option("each", "each is read by the given name in it, and left out where both or none is one")
MOSTLY_LAST = Option("mostly_last", "read as last name, first name; those that tell otherwise are left out")
MOSTLY_FIRST = Option("mostly_first", "read as first name, last name; those that tell otherwise are left out")
FEW = 5
"""Names that tell their order, from which a column has one."""
MOST, NEARLY_ALL = 0.8, 0.95
"""The share of them that tells the order; of those that tell otherwise a few are people called so: Nadine Alex."""
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_WORD = re.compile(r"[a-z]+|,")


@dataclass(frozen=True)
class Orders:
    """How many names of a column tell each order, how many are in capitals and tell none, and how many may be of either."""

    last: int = 0
    first: int = 0
    silent: int = 0
    doubtful: int = 0
    """Ending in a given name that is a last name too: Soo Kim, Dean Thomas."""
    names: int = 0

    def __add__(self, other: "Orders") -> "Orders":
        return Orders(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    @property
    def safe(self) -> Option:
        """The order that the column has; where nothing tells, an American writes the first name first, but not in capitals."""
        known = self.last + self.first
        if not known:
            return EACH if self.silent or self.doubtful else FIRST
        if known < FEW and self.last and (self.first or self.last * 2 < self.names):
            return EACH
        if self.first >= MOST * known:
            return FIRST if self.first >= NEARLY_ALL * known else MOSTLY_FIRST
        if self.last >= MOST * known:
            return LAST if self.last >= NEARLY_ALL * known else MOSTLY_LAST
        return EACH

    def safe_under(self, said: str) -> Option:
        """The order where the heading says one; where the names tell the other one, neither is sure."""
        if not said:
            return self.safe
        if said == LAST.key:
            return EACH if self.first else LAST
        return EACH if self.last + self.first >= FEW and self.safe in (LAST, MOSTLY_LAST) else FIRST


def said_by(heading: str) -> str:
    """The order that a heading says, "Name (First Last)"; "" where it says none. Where it says "Last, First" with a comma it
    says nothing of names without one."""
    lists = words.words().beside_names
    told = [
        word for word in _WORD.findall(heading.lower()) if word in lists.order_first | lists.order_last or word == ","
    ]
    begins = [word in lists.order_first for word in told if word != ","]
    if len(set(begins)) < 2 or not begins[0] and "," in told:
        return ""
    return FIRST.key if begins[0] else LAST.key


def of(column: Iterable[str]) -> Orders:
    """What the given names of a column tell."""
    found = Orders()
    for text in column:
        tokens = _tokens(without_degrees(text)[0])
        if len(tokens) > 1 and has_no_comma(text) and not names.is_company(text):
            order = _told(tokens)
            is_doubtful = not order and likeness.may_be_last(_whole(tokens)[-1])
            found += Orders(order == "last", order == "first", not order and text.isupper(), is_doubtful, 1)
    return found


def has_no_comma(text: str) -> bool:
    """Whether no comma stands between the names: one that precedes the degrees alone tells nothing of the order."""
    name, _ = without_degrees(text)
    return not _is_parted(name)


def _is_parted(name: str) -> bool:
    """Whether a comma stands in a name, or a semicolon for one: "Eastman; Brian", and not two people in full."""
    return "," in name or ";" in name and any(len(piece.split()) == 1 for piece in name.split(";"))


def may_have_two_surnames(text: str) -> bool:
    """ "Maria Elena Santos Cruz": whether a word before the last may belong to the last name, of a text without a comma."""
    found = names.parse(text)
    middle = found.middle.split()
    if middle and surnames.may_begin([found.first, *middle, found.last]):
        return True
    if len(middle) < 2 or len(middle[-1].strip(".")) < 2 or likeness.is_given(middle[-1]):
        return False
    return likeness.is_given(found.first) and all(map(likeness.is_given, middle[:-1]))


def without_degrees(text: str) -> tuple[str, str]:
    """A name of several words without the degrees and generations that follow a comma, and those with it: "Hill Ann", ", MD"."""
    name, comma, behind = text.partition(",")
    parts = [part.strip() for part in behind.split(",") if part.strip(" .")]
    told = all(words.degrees_in(part) or part.strip(" .").lower() in words.words().suffixes for part in parts)
    return (name, comma + behind) if told and len(name.split()) > 1 else (text, "")


def with_comma(text: str, order: str) -> str | None:
    """The name with its last name first and a comma; None if it cannot be told which that is."""
    whole, (text, degrees) = text, without_degrees(text)
    tokens = _tokens(text)
    if _is_parted(text) or len(tokens) < 2 or order == "first":
        return whole
    if order != LAST.key:
        told = _told(tokens)
        if order == MOSTLY_FIRST.key or order == EACH.key and told != "last":
            return whole if told == "first" or order != EACH.key and told != "last" else None
        if order == MOSTLY_LAST.key and told == "first":
            return None
    start = _end_of_surname(tokens)
    rest = tokens[start:]
    if len(rest) > 1 and len(rest[0].strip(".")) > 1 and not likeness.is_given(rest[0]) and likeness.is_given(rest[1]):
        return None  # two surnames, or a given name that is not known
    tail = [token for token in text.split() if token not in tokens]
    return f"{' '.join(tokens[:start])}, {' '.join([*rest, *tail])}{degrees}"


def _end_of_surname(tokens: list[str]) -> int:
    """How many words the surname has: particles before it and a Jr after it belong to it."""
    start = 0
    while start < len(tokens) - 2 and tokens[start].strip(".").lower() in (*words.words().particles, "mc"):
        start += 1
    start += 1
    if start < len(tokens) - 1 and tokens[start].strip(".").lower() in _SUFFIXES:
        start += 1
    return start


def _tokens(text: str) -> list[str]:
    """The words of a name without degrees: those with dots wherever they stand, others at the end."""
    tokens = [token for token in text.split() if not _is_dotted(token)]
    while len(tokens) > 2 and words.degrees_in(tokens[-1]) and tokens[-1].isupper():
        tokens.pop()
    return tokens


def _is_dotted(token: str) -> bool:
    return token.count(".") > 1 and bool(words.degrees_in(token))


def _told(tokens: list[str]) -> str:
    """Which name of one text stands first, by the given name at one of its ends and by where particles and initials stand."""
    if names.is_salutation(tokens[0]):
        return "first"
    whole = _whole(tokens)
    if len(whole) < 2:
        return ""
    begins, ends = (likeness.is_given(each) and not likeness.may_be_last(each) for each in (whole[0], whole[-1]))
    if whole[-2].lower() in words.words().particles and len(whole) > 2:
        ends = False  # "Grace St. John"
    placed = _told_by_place(tokens, whole)
    if begins == ends:
        return placed
    if ends and likeness.is_given(whole[0]):
        return ""  # "Thomas Michael"
    told = "first" if begins else "last"
    return told if placed in ("", told) else ""


def _told_by_place(tokens: list[str], whole: list[str]) -> str:
    """The order by an initial ("Nadia A Weiss", "WEISS NADIA A") or a particle ("Marcus van der Berg") among two names."""
    lists = words.words()
    if tokens[0].lower() in lists.particles:
        return ""
    if any(token.lower() in lists.particles - lists.loose_particles for token in tokens[1:-1]):
        return "first"
    if len(tokens) > 2 and len(tokens[1].strip(".")) == 1 and tokens[0] == whole[0] and tokens[-1] == whole[-1]:
        return "first"
    if len(whole) > 2 or any(token.strip(".").lower() in _SUFFIXES for token in tokens):
        return ""
    return "last" if len(tokens) > 2 and tokens[:2] == whole else ""


def _whole(tokens: list[str]) -> list[str]:
    """The words of a name that are no initials and no generations."""
    return [token for token in tokens if len(token.strip(".")) > 1 and token.strip(".").lower() not in _SUFFIXES]
