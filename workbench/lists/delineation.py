"""Forms for privileges as the page shows them: each form with how it stands, and its lines with what is to mend."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, fn

from workbench.records import texts
from workbench.records.office_lists import Specialty
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.rules import form_lint
from workbench.rules.form_lint import Finding

STATE_TONES = {"In force": "good", "Draft": "info", "Retired": "quiet"}
_ORDER = {"In force": 0, "Draft": 1, "Retired": 2}


@dataclass(frozen=True)
class FormRow:
    """One form among the others."""

    id: int
    name: str
    specialty: str
    edition: str
    state: str
    effective: date | None
    starting_point: bool
    lines: int

    @property
    def tone(self) -> str:
        """The tone of its state."""
        return STATE_TONES.get(self.state, "quiet")

    @property
    def about(self) -> str:
        """“General Surgery · edition 2026-1 · in force since Jan 1 2026”."""
        since = f"in force since {texts.day(self.effective)}" if self.effective and self.state == "In force" else ""
        parts = (self.specialty, f"edition {self.edition}" if self.edition else "", since)
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True)
class LineRow:
    """One line of a form."""

    id: int
    sort: str
    name: str
    criteria: str
    holders: int
    """How many people hold it today."""
    findings: tuple[Finding, ...]

    @property
    def mend(self) -> tuple[str, str]:
        """The worst of what is to mend on it, and its tone; nothing for what the office has only to set."""
        worst = sorted((each for each in self.findings if each.tone != "info"), key=lambda each: each.tone)
        more = f" +{len(worst) - 1}" if len(worst) > 1 else ""
        return (worst[0].short + more, worst[0].tone) if worst else ("", "")


def forms() -> list[FormRow]:
    """Every form: those in force by name, then drafts, then those that retired."""
    counts = dict(Privilege.select(Privilege.form, fn.count(Privilege.id)).group_by(Privilege.form).tuples())
    query = PrivilegeForm.select(PrivilegeForm, Specialty.name.alias("specialty_name"))
    query = query.join(Specialty, JOIN.LEFT_OUTER).order_by(PrivilegeForm.name).objects()
    rows = [
        FormRow(
            *(each.id, each.name, each.specialty_name or "", each.edition, each.state, each.effective),
            each.starting_point,
            counts.get(each.id, 0),
        )
        for each in query
    ]
    return sorted(rows, key=lambda row: _ORDER.get(row.state, 3))


def lines(form: int, today: date) -> tuple[list[LineRow], tuple[Finding, ...]]:
    """The lines of a form in their order, and what is to mend on the whole of it."""
    found = list(Privilege.select().where(Privilege.form == form).order_by(Privilege.position, Privilege.id))
    held = dict(
        HeldPrivilege.select(HeldPrivilege.privilege, fn.count(HeldPrivilege.provider.distinct()))
        .where(HeldPrivilege.privilege.in_([line.id for line in found]))
        .where(HeldPrivilege.starts <= today, HeldPrivilege.ends.is_null() | (HeldPrivilege.ends >= today))
        .group_by(HeldPrivilege.privilege)
        .tuples()
    )
    findings = form_lint.lint(found)
    rows = [
        LineRow(
            *(line.id, line.sort, line.name, criteria(line), held.get(line.id, 0)),
            tuple(each for each in findings if each.position == place),
        )
        for place, line in enumerate(found)
    ]
    return rows, tuple(each for each in findings if each.position is None)


def criteria(line: Any) -> str:
    """What a line asks for, in one sentence: “50 cases in 24 months (Hip replacements) · ACLS · residency in …”."""
    return " · ".join(_criteria(line)) or "Nothing in particular"


def _criteria(line: Any) -> Iterator[str]:
    if line.cases:
        months = f" in {line.months} months" if line.months else ""
        yield f"{line.cases:,} cases{months} ({line.counted})" if line.counted else f"{line.cases:,} cases{months}"
    elif line.counted:
        yield f"{line.counted}, number not set"
    for text in (line.life_support, line.training, line.board):
        if text.strip():
            yield " ".join(text.split())
