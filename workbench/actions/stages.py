"""The stages of an application in process, and the terms that a person was appointed for."""

from collections.abc import Sequence
from datetime import date

from peewee import ModelSelect

from workbench.errors import Problem
from workbench.records import texts
from workbench.records.application import STAGES, Application
from workbench.records.appointment import Appointment
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


def move_to_stage(ids: Sequence[int], stage: str, today: date, reason: str = "") -> list[Problem]:
    """Move applications to a stage as one step. Going back needs a reason, which stays among the remarks."""
    found = [each for each in Application.select().where(Application.id.in_(list(ids))) if each.stage != stage]
    if stage not in OPEN:
        return [Problem("stage", "An application is closed by its decision, or as withdrawn.")]
    if any(each.stage == "Closed" for each in found):
        return [Problem("stage", "A closed application is not moved; reopen it.")]
    back = [each for each in found if STAGES.index(each.stage) > STAGES.index(stage)]
    if back and not reason.strip():
        return [Problem("reason", "Say why it goes back.")]
    if found:
        who = found[0].provider.title if len(found) == 1 else f"{len(found)} applications"
        with history.step(f"Move {who} {'back ' if len(back) == len(found) else ''}to {stage.lower()}"):
            for each in found:
                enter(each, stage, today, reason.strip() if each in back else "")
    return []


def enter(each: Application, stage: str, today: date, reason: str) -> None:
    """What reaching a stage says of the ones before it: who is verified has been received, and is complete."""
    at = STAGES.index(stage)
    each.stage, each.stage_since = stage, today  # type: ignore[assignment]
    if at >= STAGES.index("Received"):
        each.received = each.received or today  # type: ignore[assignment]
    if at >= STAGES.index("Verification"):
        each.complete = each.complete or today  # type: ignore[assignment]
    if reason:
        remark(each, today, f"Back to {stage.lower()}: {reason}")
    each.save()


def remark(each: Application, today: date, text: str) -> None:
    """Add a dated line to the remarks; inside a step."""
    lines = [str(each.remarks), f"{texts.day(today)}: {text}"]
    each.remarks = "\n".join(line for line in lines if line)  # type: ignore[assignment]
