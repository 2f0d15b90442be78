"""Recording a verification of what is no credential: a school, training, a position, another hospital, a referee, the person."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from workbench.actions import filing, unusual
from workbench.actions.verifying import Look, evidence_of, trimmed, write
from workbench.errors import Problem
from workbench.records.application import Reference
from workbench.records.background import SCHOOLS, Affiliation, Education, WorkHistory
from workbench.records.desk import Document
from workbench.records.elements import ELEMENTS
from workbench.records.verification import Verification, VerificationSource
from workbench.records.words import within
from workbench.store import history

LINKS: dict[type, str] = {
    Education: "education",
    Affiliation: "affiliation",
    WorkHistory: "work",
    Reference: "reference",
}
"""By which link a verification is of one of these."""
USUAL = {
    "education": "School or program",
    "training": "School or program",
    "affiliation": "Other hospital",
    "work_history": "Employer",
    "references": "Referee",
    "claims": "Carrier",
    "sanctions": "State licensing board",
}
"""What an office usually writes, by element; only proposed."""


def element_of(about: Any) -> str:
    """Which element a record is about, as sources and standards name it."""
    if isinstance(about, Education):
        return "education" if about.sort in SCHOOLS else "training"
    return {Affiliation: "affiliation", WorkHistory: "work_history", Reference: "references"}[type(about)]


def verify_other(element: str, about: Any, look: Look, today: date, evidence: Path | None = None) -> list[Problem]:
    """Record a look at an element that is no credential, as one step: about is one of those in LINKS, or the Provider where it is
    of the person. A file of evidence becomes a document of the person in the same step. What is wrong is returned, and nothing
    is written."""
    look, content = trimmed(look), filing.read(evidence) if evidence else b""
    if isinstance(content, Problem):
        return [content]
    problems = list(unusual.problems_of_other(element, about, look, today))
    if problems:
        return problems
    person, link = unusual.person_of(about), LINKS.get(type(about))
    with history.step(f"Verify the {within(ELEMENTS[element])} of {person.title}"):
        if evidence is not None:
            if problems := evidence_of(person.id, evidence.name, content, today):
                return problems
            mine = (Document.provider == person) & (Document.sha256 == hashlib.sha256(content).hexdigest())
            look = replace(look, document=Document.get(mine).id)
        source = unusual.source_called(look.source) or VerificationSource.create(name=look.source)
        write(look, source, provider=person, element=element, **({link: about} if link else {}))
    return []


def standing_look(about: Any) -> Verification | None:
    """The newest verification of a record that was not struck."""
    mine = (Verification.field(LINKS[type(about)]) == about) & Verification.struck.is_null()
    newest: Verification | None = (
        Verification.select().where(mine).order_by(Verification.done.desc(), Verification.id.desc()).first()
    )
    return newest


def last_look(element: str) -> Look | None:
    """The newest look that stands at anything of an element: the source and the way to propose."""
    query = Verification.select().where((Verification.element == element) & Verification.struck.is_null())
    last = query.order_by(Verification.done.desc(), Verification.id.desc()).first()
    return Look(None, str(last.source.name), method=str(last.method)) if last else None


def usual_source(element: str) -> str:
    """What to propose as the source of an element: the last one, else what offices usually ask."""
    last = last_look(element)
    return last.source if last else USUAL.get(element, "")
