"""Editions of a form: one name is in force; the ones before carry their edition in their name."""

_MARK = ", edition "


def base(name: str) -> str:
    """The name that all editions of a form share: “General Surgery” of “General Surgery, edition 2025-1”."""
    return name.partition(_MARK)[0].strip()


def dated(name: str, edition: str) -> str:
    """The name of one edition among several."""
    return f"{base(name)}{_MARK}{edition.strip()}"


def line_key(form: str, line: str) -> tuple[str, str]:
    """What makes two lines the same privilege on two editions."""
    return base(form).casefold(), " ".join(line.casefold().split())
