"""The practice that a row names: somebody joins it, and what is said of it otherwise than the office has it is told."""

from collections.abc import Mapping
from typing import Any

from workbench.sheets.comparison.appointing import hanging
from workbench.sheets.comparison.effects import ADD, KEPT, Effect
from workbench.sheets.comparison.persons import Person
from workbench.sheets.known import AT, Drafts

_OF_PRACTICE = {
    f"practice.{name}": name
    for name in ("tin", "npi", "contact", "email", "phone", "fax", "street", "street2", "city", "state", "zip")
}
_NO_PRACTICE = {target: f"{target.partition('.')[2].capitalize()}" for target in _OF_PRACTICE}
_NO_PRACTICE |= {
    "practice.tin": "A tax ID",
    "practice.npi": "A group's NPI",
    "practice.contact": "A credentialing contact",
}


def merge(person: Person, values: Mapping[str, Any], drafts: Drafts, effects: list[Effect], notes: list[str]) -> None:
    """Bring the practice of a row to what is known of a person; what belongs to a practice that has no name is left out and told."""
    if "practice.name" in values:
        _join(person, values, drafts, effects)
    elif not _NO_PRACTICE.keys().isdisjoint(values):
        notes += [
            f"{left} without the name of its practice was left out." for t, left in _NO_PRACTICE.items() if t in values
        ]


def _join(person: Person, values: Mapping[str, Any], drafts: Drafts, effects: list[Effect]) -> None:
    at = AT["practice_member"]
    said = {name: values[target] for target, name in _OF_PRACTICE.items() if target in values}
    practice, differing = drafts.practice(values["practice.name"], said)
    for name, ours, theirs in differing:
        effects.append(Effect(KEPT, "practice", f"practice.{name}", ours, theirs, f"of {values['practice.name']}"))
    if not any(each[at["practice_id"]] == practice for each in person.practices):
        person.practices.append(hanging("practice_member", person, drafts, practice_id=practice))
        effects.append(Effect(ADD, "practice", "practice.name", "", values["practice.name"]))
