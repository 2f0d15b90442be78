"""The choices of a record's field in the words that rosters use: "LOA" is Leave of absence, "Employed" is Hospital."""

from workbench.records.provider import EMPLOYMENTS, PROVIDER_TYPES, STATUSES
from workbench.sheets import likeness

CHOICES = {"status": STATUSES, "employment": EMPLOYMENTS, "provider_type": PROVIDER_TYPES}


def choice(name: str, value: str) -> str | None:
    """Which of the choices of a provider's field a word means; None if it is none of them."""
    said = likeness.data()["words"].get(name, {}).get(value, value).casefold()
    found = next((each for each in CHOICES[name] if each.casefold() == said), None)
    return found or name == "provider_type" and likeness.provider_type(value) or None
