"""NPIs and DEA numbers with their label or words beside them: "NPI: 1895570251", "#1100…", "1,239,222,619", "AA8029058 active"."""

import re
from functools import cache

from workbench.sheets.cell import number_words, words

_NUMBERS = {
    "npi": re.compile(
        r"(?<![\d.,-])(?:\d{10}|\d(?:,\d{3}){3}|\d{3}[ -]\d{3}[ -]\d{4}|\d{4}(?:[ -]\d{3}){2})(?![\d.,-])"
    ),
    "dea": re.compile(r"(?<!\w)[A-Za-z][A-Za-z9]-?\d{7}(?!\w)"),
}
_OF_PEOPLE = re.compile(r"\btype\s*(?:1|i|one)\b", re.IGNORECASE)
"""NPIs of type 1 are those of people."""
_WORD = re.compile(r"[^\W_]+")


def apart(kind: str, text: str) -> tuple[str, str] | None:
    """The number of a kind and the words beside it that are no label; None where it stands alone or something else stands beside it."""
    pattern = _NUMBERS.get(kind)
    found = list(pattern.finditer(text)) if pattern else []
    if len(found) != 1 or found[0][0] == text and "," not in text:
        return None
    rest = _OF_PEOPLE.sub("individual", f"{text[: found[0].start()]} {text[found[0].end() :]}")
    said = _WORD.findall(rest)
    if (
        not {word.casefold() for word in said}
        <= _labels() | words.words().beside_names.number_words | number_words.known()
    ):
        return None
    return found[0][0].replace(",", ""), " ".join(word for word in said if word.casefold() not in _labels())


@cache
def _labels() -> frozenset[str]:
    return words.words().beside_names.number_labels
