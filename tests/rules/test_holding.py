"""What the matrix requires of a file, element by element: said while it is not there, silent once it is."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from workbench.records.application import Reference
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.conduct import Fppe
from workbench.records.elements import REQUIRABLE
from workbench.records.evidence import Check, NpdbQuery, Oppe
from workbench.records.privilege import HeldPrivilege, PrivilegeRequest
from workbench.records.requirement import Requirement
from workbench.rules.findings import Judge
from workbench.rules.holding import _CALLED, _HOLDS
from workbench.store import history

from .files_by_hand import ON, Asking, Clean, back, change
from .test_findings import POLICY, found


def without(model: Any) -> Callable[[Any], None]:
    """A file of which nothing of a sort is left."""

    def drop(file: Any) -> None:
        with history.step("Drop them"):
            for each in model.select().where(model.provider == file.person):
                each.delete_instance()

    return drop


def _no_requests(asking: Asking) -> None:
    with history.step("Drop them"):
        PrivilegeRequest.delete().execute()


def _no_references(asking: Asking) -> None:
    for each in Reference.select():
        change(each, received=None)


LACKS: dict[str, tuple[type, Callable[[Any], None]]] = {
    "claims": (Clean, without(NpdbQuery)),
    "sanctions": (Clean, without(NpdbQuery)),
    "npdb": (Clean, without(NpdbQuery)),
    "exclusions": (Clean, without(Check)),
    "identity": (Clean, without(Check)),
    "background": (Clean, without(Check)),
    "oppe": (Clean, without(Oppe)),
    "fppe": (Clean, without(Fppe)),
    "privileges": (Clean, without(HeldPrivilege)),
    "appointment": (Clean, without(Appointment)),
    "references": (Asking, _no_references),
    "application": (Asking, lambda asking: change(asking.file, attested=None)),
}


def missing(person: Any) -> list[str]:
    return [each.element for each in found(person) if each.rule == "REQUIRED"]


@pytest.mark.parametrize("element", LACKS)
def test_what_is_required_is_said_while_it_is_not_there(office: Any, make: Any, element: str) -> None:
    of, drop = LACKS[element]
    make(Requirement, element=element, need="Required")
    file = of(make, "File")
    if element == "background" and of is Clean:
        file.of(Check, sort="Background check", done=back(5))
    assert missing(file.person) == []
    drop(file)
    assert missing(file.person) == [element]


def test_a_school_is_no_training_and_a_residency_no_school(office: Any, make: Any) -> None:
    for element in ("training", "education", "work_history", "affiliation"):
        make(Requirement, element=element, need="Required")
    file = Clean(make, "Trained")
    file.of(Education, sort="Medical school", institution="Rush")
    assert missing(file.person) == ["training", "work_history", "affiliation"]
    file.of(Education, sort="Residency", institution="Rush")
    file.of(WorkHistory, employer="Illini", started="2010-01", ended="")
    file.of(Affiliation, name="Illini", started="2010-01")
    assert missing(file.person) == []


def test_an_applicant_is_asked_what_is_required_of_everybody(office: Any, make: Any) -> None:
    """Nobody is on the staff yet, and a line that leaves open who asks is for them too."""
    make(Requirement, element="training", need="Required")
    make(Requirement, element="privileges", need="Required")
    asking = Asking(make, "Asking")
    without(Education)(asking)
    assert missing(asking.person) == ["training"]
    asking.make(Education, provider=asking.person, sort="Residency", institution="Rush")
    assert missing(asking.person) == []
    _no_requests(asking)
    assert missing(asking.person) == ["privileges"]


def test_what_is_still_to_come_is_not_held(office: Any, make: Any) -> None:
    make(Requirement, element="npdb", need="Required")
    file = Clean(make, "Early")
    change(file.query, queried=ON + timedelta(days=1))
    assert missing(file.person) == ["npdb"]
    judged = next(iter(Judge(ON, POLICY).people([file.person.id])))
    assert judged.until == ON, "it is judged again on the day of the query"


def test_an_appointment_that_has_not_begun_is_none_in_force(office: Any, make: Any) -> None:
    make(Requirement, element="appointment", need="Required")
    file = Clean(make, "Early")
    change(file.term, starts=ON + timedelta(days=1))
    assert missing(file.person) == ["appointment"]
    judged = next(iter(Judge(ON, POLICY).people([file.person.id])))
    assert judged.until == ON, "it is judged again on the day on which it begins"
    change(file.term, starts=ON)
    assert missing(file.person) == []
    change(file.term, starts=None)
    assert missing(file.person) == [], "a roster told its end alone"


def test_every_element_that_can_be_required_is_looked_for() -> None:
    assert set(_CALLED) == set(REQUIRABLE)
    assert set(_HOLDS) < set(REQUIRABLE)
    assert {"temporary", "decision", "committee", "office"}.isdisjoint(REQUIRABLE)
