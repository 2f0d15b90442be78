"""Choices: the fixed words that a field may hold; and names as they stand within a sentence."""

_PROPER = frozenset({"medicare", "medicaid", "tdap"})


def choices(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Words as Peewee's choices; what is kept is what is shown."""
    return [(word, word) for word in words]


def within(name: str) -> str:
    """A name within a sentence: “office phone”, “DEA registration”, “hepatitis B”; abbreviations and names keep their case."""
    return " ".join(word if _keeps(word) else word.lower() for word in name.split(" "))


def _keeps(word: str) -> bool:
    return len(word) == 1 or word[1:] != word[1:].lower() or word.lower() in _PROPER
