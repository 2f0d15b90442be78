"""Choices: the fixed words that a field may hold; names as they stand within a sentence, and how many there are of something."""

_PROPER = frozenset({"medicare", "medicaid", "tdap"})


def choices(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Words as Peewee's choices; what is kept is what is shown."""
    return [(word, word) for word in words]


def within(name: str) -> str:
    """A name within a sentence: “office phone”, “DEA registration”, “hepatitis B”; abbreviations and names keep their case."""
    return " ".join(word if _keeps(word) else word.lower() for word in name.split(" "))


def a(name: str) -> str:
    """A name with its article: “a meeting”, “an exception”."""
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def of(count: int, one: str, many: str = "") -> str:
    """“1 credential”, “1,298 credentials”."""
    return f"{count:,} {plural(count, one, many)}"


def plural(count: int, one: str, many: str = "") -> str:
    """The same without the number: “credential” of one, “credentials” of none or several."""
    return one if count == 1 else many or f"{one}s"


def _keeps(word: str) -> bool:
    return len(word) == 1 or word[1:] != word[1:].lower() or word.lower() in _PROPER
