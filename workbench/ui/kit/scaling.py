"""How large everything is drawn at this seat: a factor over what the system says, worn from the start on."""

import os

CHOICES = (100, 110, 125, 150, 175, 200)
"""Percent."""
_FACTOR = "QT_SCALE_FACTOR"
_worn: list[str | None] = []
"""What the environment said before, once a factor of ours took its place."""


def read(text: object) -> int:
    """A kept size in percent; what is none of CHOICES is 100."""
    said = str(text)
    return int(said) if said.isascii() and said.isdigit() and int(said) in CHOICES else CHOICES[0]


def wear(percent: int) -> None:
    """Draw everything so large; to be said before Qt begins. 100 leaves the system, and whoever set a factor for Qt, alone."""
    if percent != CHOICES[0]:
        _worn.append(os.environ.get(_FACTOR))
        os.environ[_FACTOR] = f"{percent / 100:g}"


def environment() -> dict[str, str]:
    """The environment as it was before: for a program that this one starts, which wears its own."""
    found = dict(os.environ)
    if _worn:
        found.pop(_FACTOR, None)
        if _worn[0] is not None:
            found[_FACTOR] = _worn[0]
    return found
