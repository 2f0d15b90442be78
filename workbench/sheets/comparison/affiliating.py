"""Hospitals on whose staff somebody is besides: no appointment of ours, but what the file says of the person."""

from collections.abc import Mapping
from typing import Any

from workbench.records.background import Period
from workbench.sheets import likeness, targets
from workbench.sheets.cell import hospitals
from workbench.sheets.comparison.appointing import hanging
from workbench.sheets.comparison.effects import ADD, KEPT, UPDATE, Effect
from workbench.sheets.comparison.persons import Person
from workbench.sheets.known import AT, Drafts

_PARTS = ("category", "started", "ended", "standing")
_WORD = "affiliation"
_TARGETS = frozenset(f"affiliation.{name}" for name in ("hospital", *_PARTS))


def merge(person: Person, values: Mapping[str, Any], drafts: Drafts, effects: list[Effect], notes: list[str]) -> None:
    """Bring the affiliations that a row states to what is known of a person; how long and as what is said of a single one alone."""
    if _TARGETS.isdisjoint(values):
        return
    said = {name: values[target] for name in _PARTS if (target := f"affiliation.{name}") in values}
    at = AT["affiliation"]["hospital"]
    named = hospitals.named(values.get("affiliation.hospital", ""))
    for name in named:
        if not any(likeness.fold(each[at]) == likeness.fold(name) for each in person.affiliations):
            person.affiliations.append(hanging("affiliation", person, drafts, hospital=name))
            effects.append(Effect(ADD, _WORD, "affiliation.hospital", "", name))
        if named[name] and "category" not in said:
            n = next(n for n, each in enumerate(person.affiliations) if likeness.fold(each[at]) == likeness.fold(name))
            effects += _filled(person, n, "category", named[name], drafts)
    wanted = {likeness.fold(name) for name in named}
    meant = [n for n, row in enumerate(person.affiliations) if likeness.fold(row[at]) in wanted or not wanted]
    if said and len(meant) == 1:
        for name, theirs in said.items():
            effects += _filled(person, meant[0], name, theirs, drafts)
    elif said:
        why = "stands beside several hospitals" if meant else "stands without a hospital"
        notes += [f"{targets.title(f'affiliation.{name}')}: “{value}” {why}; left out." for name, value in said.items()]


def _filled(person: Person, n: int, name: str, theirs: str, drafts: Drafts) -> list[Effect]:
    row, at, target = person.affiliations[n], AT["affiliation"], f"affiliation.{name}"
    ours, is_day = row[at[name]] or "", name in ("started", "ended")
    if likeness.fold(ours) == likeness.fold(theirs) or is_day and ours.startswith(theirs):
        return []
    after = {each: row[at[each]] for each in ("started", "ended")} | {name: theirs}
    wrong = next((problem.message for problem in Period.problems_between(after)), "")
    why = wrong or drafts.newer("affiliation", row, at[name])
    is_more = not ours or is_day and theirs.startswith(ours)
    chosen = not wrong and target in drafts.preferred and drafts.take("affiliation", row[0], at[name])
    if not (is_more and not why) and not chosen:
        return [Effect(KEPT, _WORD, target, ours, theirs, why.rstrip("."))]
    row = person.affiliations[n] = drafts.changing("affiliation", row)
    row[at[name]] = theirs
    is_new = row[0] >= drafts.first_ids["affiliation"]
    return [] if is_new else [Effect(UPDATE, _WORD, target, ours, theirs)]
