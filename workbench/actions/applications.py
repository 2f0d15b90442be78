"""The life of an application, from its beginning to the chair's report; its stages and its end have their own modules."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from workbench.actions.deciding import close, grant, reopen
from workbench.actions.stages import OPEN, move_to_stage, newest_term, open_ones
from workbench.errors import Problem, WorkbenchError
from workbench.records.application import Application, Disclosure
from workbench.records.appointment import Appointment
from workbench.records.days import months_on
from workbench.records.office_lists import Facility
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import own_file
from workbench.store import drafts, history, settings

QUESTIONS = Path(__file__).parents[2] / "resources" / "disclosures.toml"

__all__ = ["OPEN", "begin", "close", "grant", "move_to_stage", "newest_term", "questions", "reopen", "report"]


@dataclass(frozen=True)
class Question:
    """A disclosure question, and whether it may be about health."""

    text: str
    health: bool


@cache
def questions() -> tuple[Question, ...]:
    """The disclosure questions with which an application begins: a starting point."""
    with QUESTIONS.open("rb") as file:
        return tuple(Question(each["text"], each.get("health", True)) for each in tomllib.load(file)["question"])


def begin(provider: int, sort: str, today: date) -> int:
    """Open an application of a person; its id. A reappointment proposes the next term. Refuses a second one of its sort."""
    person = Provider.get_by_id(provider)
    if open_ones(provider).where(Application.sort == sort).exists():
        raise WorkbenchError(f"{person.title} has an open application of this kind. Nothing was added. Open that one.")
    current = newest_term(provider)
    if sort != "Initial appointment" and current is None:
        raise WorkbenchError(
            f"{person.title} has no appointment. Nothing was added. Begin with an initial appointment, or enter the "
            "appointment on the file."
        )
    starts, ends = _next_term(current) if sort == "Reappointment" and current else (None, None)
    with history.step(f"Begin {sort.lower()} of {person.title}"):
        made = Application.create(
            provider=provider,
            sort=sort,
            stage="Requested",
            stage_since=today,
            requested=today,
            facility=current.facility_id if current else _first_facility(),  # type: ignore[attr-defined]
            category=person.category_id or (current.category_id if current else None),  # type: ignore[attr-defined]
            department=person.department_id,
            chair=_judge_of(person),
            term_starts=starts,
            term_ends=ends,
        )
        _question(made)
    return made.id


def _judge_of(person: Provider) -> str:
    """The chair of the department; nobody where that is the person, who does not report on the own file."""
    chair = str(person.department.chair) if person.department else ""
    return "" if own_file.hand(chair, person) == own_file.SAME else chair


def report(
    application: int, view: str, on: date | None, report: str = "", by: str = "", fppe: str = ""
) -> list[Problem]:
    """Keep the department chair's report: the recommendation, its day, the words, and the FPPE that is proposed."""
    each = Application.get_by_id(application)
    each.chair_view, each.chair_on, each.chair_report = view, on, report.strip()
    each.chair, each.fppe = by.strip() or each.chair, fppe.strip() or each.fppe
    problems = [found for found in each.problems() if found.field.startswith("chair")]
    if not view:
        problems.insert(0, Problem("chair_view", "Say what the chair recommends."))
    if not problems:
        with history.step(f"Chair's report on {each.provider.title}"):
            each.save()
    return problems


def set_field(application: int, name: str, value: Any) -> list[Problem]:
    """Change one field of an application as one step; only what is wrong with that field, or becomes wrong by it, is in the way."""
    each = Application.get_by_id(application)
    field = Application.field(name)
    if each.__data__.get(name) == value:
        return []
    problems = list(Application.problems_by(each.__data__, name, value))
    if not problems:
        setattr(each, field.object_id_name if hasattr(field, "rel_model") else name, value)
        with history.step(f"Change {_lower(field.verbose_name)} of {each.provider.title}"):
            each.save()
    return problems


def answer(disclosure: int, yes: bool | None, explanation: str = "") -> list[Problem]:
    """Keep the answer to a disclosure question; None takes the answer back."""
    each = Disclosure.get_by_id(disclosure)
    each.answer, each.explanation = yes, explanation.strip()
    problems = list(each.problems())
    if not problems:
        said = {True: "yes", False: "no", None: "open"}[yes]
        with history.step(f"Disclosure of {each.application.provider.title}: {said}"):
            each.save()
    return problems


def answer_no(application: int) -> int:
    """Answer every question that is still open with no, as one step; how many."""
    each = Application.get_by_id(application)
    rest = list(each.disclosures.where(Disclosure.answer.is_null()))
    if rest:
        with history.step(f"Disclosures of {each.provider.title}: {len(rest)} answered no"):
            for question in rest:
                question.answer = False
                question.save()
    return len(rest)


def add_questions(application: int) -> int:
    """Put the office's starting questions on an application that has none, as one step; how many."""
    each = Application.get_by_id(application)
    if each.disclosures.exists():
        return 0
    with history.step(f"Disclosure questions for {each.provider.title}"):
        _question(each)
    return len(questions())


def keep_draft(application: int, texts: dict[str, str]) -> None:
    """Keep what was typed and has a problem; nothing drops it."""
    drafts.keep("application", application, texts)


def draft_of(application: int) -> dict[str, str]:
    """What was typed on an application and could not be kept, by field."""
    return drafts.of("application", application)


def _question(each: Application) -> None:
    for position, question in enumerate(questions(), 1):
        Disclosure.create(application=each, position=position, question=question.text, health=question.health)


def _lower(name: str) -> str:
    return name if name.isupper() else name[0].lower() + name[1:]


def _next_term(current: Appointment) -> tuple[date, date] | tuple[None, None]:
    """The term after this one, as long as it, and never longer than the policy's longest."""
    if not current.ends:
        return None, None
    starts: date = current.ends + timedelta(days=1)  # type: ignore[assignment, operator]
    longest = settings.load(Policy).term_months
    held = _months(current.starts, current.ends) if current.starts else longest  # type: ignore[arg-type]
    return starts, months_on(starts, min(held, longest)) - timedelta(days=1)


def _months(starts: date, ends: date) -> int:
    """The length of a term in months, as it was meant: at least one."""
    after = ends + timedelta(days=1)
    whole = (after.year - starts.year) * 12 + after.month - starts.month
    return max(whole, 1)


def _first_facility() -> int | None:
    first = Facility.select().order_by(Facility.id).first()
    return first.id if first else None
