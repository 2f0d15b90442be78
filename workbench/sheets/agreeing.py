"""When two spellings say the same of a person, or ours says it more fully."""

from collections.abc import Callable

from workbench.sheets import likeness
from workbench.sheets.comparison.persons import squeezed


def _digits(ours: str, theirs: str) -> bool:
    return squeezed(ours) == squeezed(theirs)


def _phone(ours: str, theirs: str) -> bool:
    """The same digits, with or without the country's 1."""
    mine, other = squeezed(ours), squeezed(theirs)
    return mine == other or len(mine) > 10 and mine.removeprefix("1") == other or mine == other.removeprefix("1")


def _begins(ours: str, theirs: str) -> bool:
    """Ours says the same and more: Anne for A, a ZIP of nine digits for one of five."""
    mine, other = squeezed(ours), squeezed(theirs)
    return mine.startswith(other)


def _holds(ours: str, theirs: str) -> bool:
    """Ours holds every degree or word of theirs."""
    split = lambda text: {squeezed(part) for part in text.replace(";", ",").split(",")}  # noqa: E731
    return split(theirs) <= split(ours)


def _first(ours: str, theirs: str) -> bool:
    """Ours may be a nickname or the full name of theirs; only an initial of ours gives way."""
    return (
        likeness.fold(ours) == likeness.fold(theirs)
        or len(squeezed(ours)) > 1
        and likeness.first_likeness(ours, theirs) == 2
    )


SAME: dict[str, Callable[[str, str], bool]] = {
    **dict.fromkeys(("phone", "cell", "pager", "answering_service", "fax"), _phone),
    **dict.fromkeys(("npi", "suffix"), _digits),
    **dict.fromkeys(("middle", "zip", "ssn_last4"), _begins),
    "degree": _holds,
    "languages": _holds,
    "first": _first,
    "last": lambda ours, theirs: likeness.fold(ours) == likeness.fold(theirs),
    "remarks": lambda ours, theirs: theirs.casefold() in ours.casefold(),
}
