"""The stages of an application in process, and the terms that a person was appointed for."""

from collections.abc import Sequence
from datetime import date

from peewee import ModelSelect

from workbench.errors import Problem
from workbench.records import texts
from workbench.records.application import STAGES, Application
from workbench.records.appointment import Appointment
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.rules import chain
from workbench.store import history

OPEN = STAGES[:-1]
"""Stages of an application that is in process."""


def newest_term(provider: int, facility: int | None = None) -> Appointment | None:
    """The newest term of a person's appointment, at a facility if one is named."""
    query = Appointment.select().where(Appointment.provider == provider)
    if facility is not None:
        query = query.where(Appointment.facility == facility)
    return query.order_by(Appointment.ends.desc(), Appointment.id.desc()).first()


def open_ones(provider: int) -> ModelSelect:
    """The applications of a person that are in process."""
    return Application.select().where((Application.provider == provider) & (Application.stage != "Closed"))


def reason_needed(ids: Sequence[int], stage: str) -> str:
    """Why a move needs a reason: somebody goes back, or past a committee that did not recommend them; "" for none."""
    found = _not_there(ids, stage)
    if any(_goes_back(each, stage) for each in found):
        return "Say why it goes back."
    for each in found:
        if committee := _not_heard(each, stage):
            return f"The {committee.lower()} has not recommended {each.provider.title}; say why it moves on without."
    return ""


def _not_there(ids: Sequence[int], stage: str) -> list[Application]:
    return [each for each in Application.select().where(Application.id.in_(list(ids))) if each.stage != stage]


def _goes_back(each: Application, stage: str) -> bool:
    return STAGES.index(each.stage) > STAGES.index(stage)


def _not_heard(each: Application, stage: str) -> str:
    """The first committee between an application's stage and another whose last word on it was no approval; "" if none."""
    for level in ("Credentials committee", "Medical executive committee"):
        turn = chain.STAGE_OF[level]
        if turn not in STAGES[STAGES.index(each.stage) : STAGES.index(stage)]:
            continue
        words = (
            AgendaItem.select(AgendaItem.outcome)
            .join(Meeting)
            .join(Committee)
            .where((AgendaItem.application == each) & (Committee.level == level) & (AgendaItem.outcome != ""))
            .where(Meeting.state != CANCELLED)
            .order_by(Meeting.held.desc(), AgendaItem.id.desc())
        )
        last = words.first()
        if last is None or last.outcome not in chain.APPROVED:
            return turn
    return ""


def move_to_stage(ids: Sequence[int], stage: str, today: date, reason: str = "") -> list[Problem]:
    """Move applications to a stage as one step. What reason_needed asks for stays among the remarks."""
    found = _not_there(ids, stage)
    if stage not in OPEN:
        return [Problem("stage", "An application is closed by its decision, or as withdrawn.")]
    if any(each.stage == "Closed" for each in found):
        return [Problem("stage", "A closed application is not moved; reopen it.")]
    if not reason.strip() and (needed := reason_needed(ids, stage)):
        return [Problem("reason", needed)]
    back = [each for each in found if _goes_back(each, stage)]
    if found:
        who = found[0].provider.title if len(found) == 1 else f"{len(found)} applications"
        with history.step(f"Move {who} {'back ' if len(back) == len(found) else ''}to {stage.lower()}"):
            for each in found:
                unheard = "" if each in back else _not_heard(each, stage)
                enter(each, stage, today, reason.strip() if each in back else "")
                if unheard:
                    remark(each, today, f"On to {stage.lower()} without the {unheard.lower()}: {reason.strip()}")
                    each.save()
    return []


def enter(each: Application, stage: str, today: date, reason: str) -> None:
    """Let an application stand at a stage. Who moves a file to be verified says that it has been received, and is complete;
    nothing says since when of one that jumps past that, and then no day is written."""
    each.stage, each.stage_since = stage, today  # type: ignore[assignment]
    if stage in ("Received", "Verification") and not reason:
        each.received = each.received or today  # type: ignore[assignment]
    if stage == "Verification" and not reason:
        each.complete = each.complete or today  # type: ignore[assignment]
    if reason:
        remark(each, today, f"Back to {stage.lower()}: {reason}")
    each.save()


def remark(each: Application, today: date, text: str) -> None:
    """Add a dated line to the remarks; inside a step."""
    lines = [str(each.remarks), f"{texts.day(today)}: {text}"]
    each.remarks = "\n".join(line for line in lines if line)  # type: ignore[assignment]
