"""Headings of systems that write no blanks: LICENSENUMBER, ORIGINALAPPOINTMENTDATE."""

from collections.abc import Collection

LEAST = 8
"""Letters of a word that may be several."""
_SHORTEST = 3
_LAST = frozenset(["to", "st", "id", "no"])
"""Shorter words that stand at the end of a heading."""


def apart(word: str, known: Collection[str]) -> str:
    """The word with blanks where known ones meet, the fewest of them; as it is where it is one, or not made of them."""
    if word in known or not word.isalpha():
        return word
    best: list[list[str] | None] = [[], *[None] * len(word)]
    for end in range(_SHORTEST, len(word) + 1):
        for start in range(end - 1):
            before, piece = best[start], word[start:end]
            is_word = piece in known and (len(piece) >= _SHORTEST or piece in _LAST and end == len(word))
            if before is not None and is_word and (best[end] is None or len(before) + 1 < len(best[end] or ())):
                best[end] = [*before, piece]
    return " ".join(best[-1] or [word])
