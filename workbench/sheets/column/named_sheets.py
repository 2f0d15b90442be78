"""Sheets of one sort of credential, which only their name says: "DEA" over Practitioner, NPI, Number, Expires."""

from dataclasses import replace

from workbench.sheets import targets
from workbench.sheets.column.headings import Synonyms, meaning
from workbench.sheets.column.layout import Headings

_ENOUGH = frozenset({"number", "expires"})


def told(found: Headings, name: str, synonyms: Synonyms) -> Headings:
    """The headings with the sheet's name before those that are bare, where none says a credential itself."""
    said = {at: meaning(text, synonyms) for at, text in found.texts.items()}
    of = meaning(name, synonyms)
    is_of_one = of.sort in targets.SORTS and of.sort not in targets.BACKGROUNDS and not of.attributes and not of.state
    if not is_of_one or any(each.sort for each in said.values()):
        return found
    bare = {at: f"{name} {found.texts[at]}" for at, each in said.items() if each.attributes and not each.known}
    parts = {at: meaning(text, synonyms) for at, text in bare.items()}
    if any(each.sort != of.sort for each in parts.values()):
        return found
    if _ENOUGH.isdisjoint(part for each in parts.values() for part in each.attributes):
        return found
    return replace(found, texts={**found.texts, **bare})
