"""One letter each: Alt and the letter go to a box."""

from collections.abc import Iterable, Sequence

FILE = "f"
"""Alt+F is the menu File, whatever page shows."""


def marked(labels: Sequence[str], taken: str = "") -> list[str]:
    """The labels, each with an & before a letter that no other of them has; first letters of words are preferred."""
    used, out = {FILE, *taken.lower()}, []
    for label in labels:
        starts = [n for n, letter in enumerate(label) if letter.isalnum() and (n == 0 or not label[n - 1].isalnum())]
        places = [*starts, *(n for n, letter in enumerate(label) if letter.isalnum() and n not in starts)]
        place = next((n for n in places if label[n].lower() not in used), None)
        plain = label.replace("&", "&&")
        if place is None:
            out.append(plain)
            continue
        used.add(label[place].lower())
        out.append(label[:place].replace("&", "&&") + "&" + label[place:].replace("&", "&&"))
    return out


def letters_of(labels: Iterable[str]) -> str:
    """The letters that these labels have, for whoever marks others beside them."""
    found = (label.replace("&&", "").partition("&")[2][:1] for label in labels)
    return "".join(found).lower()
