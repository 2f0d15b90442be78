"""Full names without a comma: whether a column writes "Michael Adix" or "ADIX MICHAEL", told by the given names in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.sheets import likeness
from workbench.sheets.asking import Option
from workbench.sheets.cell import names, surnames, words

LAST = Option("last", "read as last name, first name")
FIRST = Option("first", "read as first name, last name")
EACH = Option("each", "each is read by the given name in it, and left out where both or none is one")
FEW = 5
"""Names that tell their order, from which a column has one."""
MOST = 0.8
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])


@dataclass(frozen=True)
class Orders:
    """How many names of a column tell each order, and how many are in capitals and tell none."""

    last: int = 0
    first: int = 0
    silent: int = 0
    shown: str = ""

    def __add__(self, other: "Orders") -> "Orders":
        last, first, silent = self.last + other.last, self.first + other.first, self.silent + other.silent
        return Orders(last, first, silent, self.shown or other.shown)

    @property
    def safe(self) -> Option:
        """The order that the column has; where nothing tells, an American writes the first name first, but not in capitals."""
        known = self.last + self.first
        if not known:
            return EACH if self.silent else FIRST
        if known < FEW and self.last and self.first:
            return EACH
        return FIRST if self.first >= MOST * known else LAST if self.last >= MOST * known else EACH


def of(column: Iterable[str]) -> Orders:
    """What the given names of a column tell."""
    found = Orders()
    for text in column:
        tokens = _tokens(without_degrees(text)[0])
        if len(tokens) > 1 and has_no_comma(text) and not names.is_company(text):
            order = _told(tokens)
            found += Orders(order == "last", order == "first", not order and text.isupper(), text)
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
    if order == "each":
        told = _told(tokens)
        if told != "last":
            return whole if told == "first" else None
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
    """Which name of one text stands first, by the given name at one of its ends; initials at the end follow the given names."""
    if names.is_salutation(tokens[0]):
        return "first"
    whole = [token for token in tokens if len(token.strip(".")) > 1 and token.strip(".").lower() not in _SUFFIXES]
    if len(whole) < 2:
        return ""
    begins, ends = likeness.is_given(whole[0]), likeness.is_given(whole[-1])
    if begins == ends and len(whole) == 2 and whole != tokens[:2] and tokens[-1] == whole[-1]:
        return "first"  # "Nadia A Weiss": a middle initial stands behind the first name
    return "" if begins == ends else "first" if begins else "last"
