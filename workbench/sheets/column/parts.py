"""Which part of a credential a column holds, by its heading's words and by what its cells look like."""

import re
from collections.abc import Callable, Mapping

from workbench.sheets import targets
from workbench.sheets.cell import cells, words
from workbench.sheets.column import by_place, carriers, profile, surely
from workbench.sheets.column.headings import Meaning, Synonyms, load_synonyms
from workbench.sheets.column.neighbors import is_to_come
from workbench.sheets.column.profile import Profile, fits


def attribute_of(found: Meaning, look: Profile, meanings: Mapping[int, Meaning], synonyms: Synonyms) -> str | None:
    """The attribute of the sort that the heading names; None where it is not sure. `meanings` are those of all headings."""
    if found.sort == "board" and "expires" in found.attributes and profile.mostly_boards_with_days(look):
        return "issuer"
    if part := _beside_its_state(found, look, meanings):
        return part
    if found.attributes == ("expires", "continuing") and profile.mostly_yes_no(look):
        return "continuing"
    if found.sort == "board" and (not found.attributes or len(found.attributes) > 1):
        return of_board(look)
    if _is_checked_or_dated(found, look):
        return "expires"
    if found.sort == "board" and found.attributes == ("number",) and look.share(_has_digit) < 0.5:
        return of_board(look)  # "Board #1" counts the boards
    if found.sort == "liability" and not found.attributes and look.count and look.share(by_place.holds_limits) >= 0.6:
        return "limits"  # "PLI $"
    if found.attributes == _POLICY:
        return "number" if look.share(_has_digit) >= 0.5 else "issuer"
    may_be_both = "expires" in found.attributes or not found.attributes
    if may_be_both and profile.mostly_numbers_with_days(look, dea=found.sort == "dea"):
        return "number"
    for attribute in found.attributes:
        kind, is_sure = targets.kind(f"{found.sort}.{attribute}"), len(found.attributes) == 1
        if surely.holds(kind, look) if is_sure else fits(kind, look):
            return attribute
    if found.attributes in _ENDS and not profile.mostly_yes_no(look):
        return found.attributes[0]
    if found.attributes or look.count and look.dates < 0.6 <= look.days and _is_numbered(found, meanings):
        return None
    return _bare(found.sort, look, synonyms, is_told=_is_numbered(found, meanings))


def is_board_named(
    column: int, meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> bool:
    """Whether another column says which board or in what it certified."""
    return any(
        attribute_of(found, look(at), meanings, synonyms) in ("issuer", "title")
        for at, found in meanings.items()
        if found.sort == "board" and at != column
    )


def of_board(look: Profile) -> str | None:
    """What "Board" alone means: dates, the boards' names, or the specialties certified; None if yes and no."""
    if not look.count:
        return "issuer"
    if look.dates >= 0.6:
        return "expires"
    if look.share(lambda text: words.is_yes_or_no(text) or _YES_AND.match(text)) >= 0.5:
        return None
    if look.share(profile.is_board) >= 0.5:
        return "issuer"
    return (
        "title"
        if look.share(lambda t: len(t) >= _SPECIALTY_LETTERS and not any(c.isdigit() for c in t)) >= 0.6
        else "issuer"
        if look.share(lambda t: t.isupper() and len(t) <= _SPECIALTY_LETTERS) >= 0.6
        else None
    )


def _is_checked_or_dated(found: Meaning, look: Profile) -> bool:
    """Whether a column of cards, "ACLS" or "ACLS Exp", has days, and an X where somebody has the card without its day."""
    if found.attributes not in ((), ("expires",)) or load_synonyms().bare.get(found.sort) != "expires":
        return False
    return look.dates < 1 and look.ends > 0 and look.ends + look.share(cells.flag) + look.share(words.is_no) >= 0.9


def _beside_its_state(found: Meaning, look: Profile, meanings: Mapping[int, Meaning]) -> str:
    """The number where "License State" holds numbers with their states, the state where an authority is one that no other
    heading says; "" for any other."""
    if found.attributes == ("state",) and found.sort in by_place.OF_STATES and profile.mostly_numbers_with_states(look):
        return "number"
    is_said = any("state" in each.attributes and each.sort in ("", *by_place.OF_STATES) for each in meanings.values())
    is_state = found.attributes == ("issuer",) and by_place.is_state_by_its_authority(found.sort, look)
    return "state" if is_state and not is_said else ""


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_numbered(found: Meaning, meanings: Mapping[int, Meaning]) -> bool:
    """Whether another heading names the number: five digits under a bare "License" may then be days or not."""
    return any(m.sort == found.sort and m.attributes == ("number",) for m in meanings.values())


_ENDS = (("expires",), ("issued",))
"""What "Lic Exp" says surely: what cannot be read there is a problem, not another column."""
_POLICY = ("number", "issuer")
"""What "Insurance Policy" can mean: its number, or whose it is."""
_POLICY_NUMBER = re.compile(r"(?=.*\d{4})(?=.*[A-Z])[A-Z0-9][A-Z0-9 ./-]{4,}")
"""A policy's number, which is no carrier: PL8443213."""
_YES_AND = re.compile(r"\s*(?:yes|no|y|n)\b\s*[-–—:,/(]+\s*\S", re.IGNORECASE)
"""Yes - ABIM."""
_SPECIALTY_LETTERS = 6
FEW = 0.1
"""The share of days to come up to which a bare column of a vaccine or a test holds the days on which it was given."""


def _bare(sort: str, look: Profile, synonyms: Synonyms, *, is_told: bool = False) -> str | None:
    """What a sort alone means: dates are expirations; of vaccines and tests the days given, unless such days are still to come.
    `is_told`: another column has the number; without one days that are all over may be those of a verification."""
    usual = synonyms.bare.get(sort)
    if not look.count:
        return usual
    if sort in targets.BACKGROUNDS:
        if profile.mostly_yes_no(look):
            return None
        return "expires" if look.fuzzy >= 0.6 else usual if fits("text", look) else None
    if sort not in targets.NUMBERED_SORTS and look.share(cells.flag) + look.share(words.is_no) >= 0.9:
        return "held"
    if usual == "issued":
        is_dated = look.dates >= 0.6 or look.dates + look.share(cells.flag) + look.share(words.is_no) >= 0.9
        return None if not is_dated else "expires" if look.share(is_to_come) > FEW else usual
    if (look.days if usual == "expires" else look.dates) >= 0.6:
        return "expires" if usual and (usual == "expires" or is_told or look.share(is_to_come)) else None
    if usual == "expires" and look.share(lambda text: text.casefold() in synonyms.lines["card_issuers"]) >= 1 - FEW:
        return "issuer"
    if usual == "expires" or usual is None:
        return None
    if sort == "liability" and look.share(_POLICY_NUMBER.fullmatch) >= 0.6 and not carriers.named(look):
        return "number"
    if usual == "issuer" and look.share(lambda text: any(map(str.isalpha, text))) < 0.5:
        return None  # amounts are no carrier
    if usual == "number" and fits("state", look) and sort in ("license", "cds"):
        return "state"  # "State CS" before "CS #"
    return usual if fits(targets.kind(f"{sort}.{usual}"), look) else None
