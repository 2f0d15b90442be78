"""Letters that are one word however a heading parts them: D.O.B, DO.B, D/O/B, d o b, DoB."""

import re
from collections.abc import Collection

_DOTS = str.maketrans("·•‧∙․。．", ".......")
_DOTTED = re.compile(r"(?<![A-Za-z.])[A-Za-z]{1,4}(?:\.[A-Za-z]{1,4})+(?![A-Za-z])\.?")
_MIXED = re.compile(r"(?<![A-Za-z])[A-Za-z]{3,5}(?![A-Za-z])")
_LETTERS = re.compile(r"\b[a-z](?: [a-z]){2,}\b")
LEAST, MOST = 3, 6
"""How many letters a word of headings has that may come in pieces."""
COUNTED = re.compile(r"^\s*\(?\d{1,3}[.)]\s+(?=[^\W\d_])")
"""Before the headings of a form: "1. Last Name"."""


def joined(text: str, known: Collection[str]) -> str:
    """A heading with its letters put together that dots or capitals part; `known` are the short words of headings."""
    text = text.translate(_DOTS)

    def whole(match: re.Match[str]) -> str:
        pieces = match[0].rstrip(".").split(".")
        word = "".join(pieces)
        if all(len(piece) == 1 for piece in pieces) or word.lower() in known:
            return f"{word.lower() if text.islower() else word.upper()} "
        return match[0]

    def shouted(match: re.Match[str]) -> str:
        word = match[0]
        is_mixed = not (word.islower() or word.isupper() or word.istitle())
        return word.upper() if is_mixed and word.lower() in known else word

    return _MIXED.sub(shouted, _DOTTED.sub(whole, text) if "." in text else text)


def in_words(phrase: str, known: Collection[str]) -> str:
    """A phrase in lower case whose single letters are put together where that makes a word of headings."""

    def whole(match: re.Match[str]) -> str:
        word = match[0].replace(" ", "")
        return word if word in known else match[0]

    return _LETTERS.sub(whole, phrase)
