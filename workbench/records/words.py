"""Choices: the fixed words that a field may hold."""


def choices(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Words as Peewee's choices; what is kept is what is shown."""
    return [(word, word) for word in words]
