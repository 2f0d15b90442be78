"""Where the surname begins in a name that is written first name first."""

from workbench.sheets.cell import words

VIETNAMESE = frozenset(
    ["nguyen", "tran", "pham", "huynh", "hoang", "phan", "vu", "vo", "dang", "bui", "ngo", "duong", "ly",
"truong", "dinh", "trinh", "le", "do", "ho", "doan", "luong", "mai", "lam", "cao", "thai", "tang"]
)  # fmt: skip
_BEFORE_SURNAMES = ("mc",)
"""Nissa Mc Connell: what is no particle, and begins a surname all the same."""


def start(tokens: list[str]) -> int:
    """The index of the surname's first word: the last word, and the particles before it."""
    lists = words.words()
    found = len(tokens) - 1
    index = found - 1
    while index > 0 and ((low := tokens[index].strip(".").lower()) in lists.particles or low in _BEFORE_SURNAMES):
        is_loose = low in lists.loose_particles and tokens[index][0].isupper()
        if is_loose and low == "van" and tokens[-1].lower() not in VIETNAMESE:
            is_loose = False
        if is_loose and low in ("st", "al", "el", "san", "santa", "la"):
            is_loose = False
        if not is_loose:
            found = index
        index -= 1
    if found > 2 and tokens[found].lower() in ("y", "e"):
        found -= 1
    return found
