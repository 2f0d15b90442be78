"""Professions that a heading names before a license: "RN License", "APRN Exp" are those of two licenses of one person."""

NAMES = {
    "rn": "RN",
    "aprn": "APRN",
    "arnp": "APRN",
    "apn": "APN",
    "np": "NP",
    "lpn": "LPN",
    "lvn": "LVN",
    "crna": "CRNA",
    "cnm": "CNM",
    "cns": "CNS",
}
"""Not MD and PA, which are states too."""


def named(phrase: str) -> tuple[str, str]:
    """The profession that a heading names, and the heading without it; "" where it names none, or more than one."""
    words = phrase.split()
    found = [word for word in words if word in NAMES]
    if len(found) != 1 or len(words) < 2:
        return "", phrase
    return NAMES[found[0]], " ".join(word for word in words if word != found[0])
