"""What a cell of a spreadsheet can hold of a text, and how it is kept from being read as something else."""

import re

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
LONGEST_CELL = 32_767
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """Without the characters that XML forbids, and no longer than a cell can hold."""
    return ILLEGAL.sub("", text)[:LONGEST_CELL]


def escaped(text: str) -> str:
    """The text as xlsx spells it: “_x0041_” would be read as the letter that it names."""
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text
