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
    while index > 0:
        low, begins = tokens[index].strip(".").lower(), _begins(tokens, index)
        if not (begins or low in lists.particles or low in _BEFORE_SURNAMES):
            break
        is_loose = low in lists.loose_particles and tokens[index][0].isupper()
        if is_loose and low == "van" and tokens[-1].lower() not in VIETNAMESE:
            is_loose = False
        if is_loose and low in ("st", "al", "el", "san", "santa", "la"):
            is_loose = False
        if begins or not is_loose:
            found = index
        index -= 1
    if found > 2 and tokens[found].lower() in ("y", "e"):
        found -= 1
    return found


def _begins(tokens: list[str], index: int) -> bool:
    """Whether a word that may be a given name begins the surname, since the middle name is said before it: "Leila F Le Blanc",
    "Amir K Ben David"; a letter before a surname that nobody has without it: "Susan O Brien"."""
    low, last = tokens[index].strip(".'’").lower(), tokens[-1].lower()
    if index != len(tokens) - 2 or last in VIETNAMESE:
        return False
    lists = words.words()
    if len(low) == 1:
        return last in lists.behind_letters.get(low, ()) and not tokens[index].endswith(".")
    is_said = index > 1 and _is_initial(tokens[index - 1])
    return is_said and low in lists.begin_surnames | lists.loose_particles


def may_begin(tokens: list[str]) -> bool:
    """Whether the word before the last may begin the surname, and nothing tells: "Leila Le Blanc", "Mary K O Smith"."""
    low = tokens[-2].strip(".'’").lower() if len(tokens) > 2 else ""
    if not low or tokens[-1].lower() in VIETNAMESE or start(tokens) != len(tokens) - 1:
        return False
    lists = words.words()
    if len(low) == 1:
        return (
            low in lists.behind_letters and len(tokens) > 3 and _is_initial(tokens[-3]) and not tokens[-2].endswith(".")
        )
    return low in lists.loose_particles | lists.begin_surnames - {"ben"}


def _is_initial(token: str) -> bool:
    return len(token.strip(".")) == 1
