"""What a reappointment does not ask for again is named; of other applications nothing lapses."""

from datetime import date
from typing import Any

import pytest

from workbench.records.application import Application
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.rules import dossier, lapsing

from .ready_file import MEETING, a_ready_file
from .test_readiness import change

ENDS = date(2026, 12, 31)


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    return a_ready_file(make, "Reappointment")


def hold(make: Any, asked: Application, name: str, form: str = "Surgery", **more: Any) -> HeldPrivilege:
    found = PrivilegeForm.get_or_none(PrivilegeForm.name == form) or make(PrivilegeForm, name=form, state="Retired")
    line = Privilege.get_or_none((Privilege.form == found) & (Privilege.name == name)) or make(
        Privilege, form=found, name=name
    )
    values = {"facility": asked.facility, "starts": date(2025, 1, 1), "ends": ENDS, "application": None} | more
    return make(HeldPrivilege, provider=asked.provider, privilege=line, **values)


def said(asked: Application, on: date = MEETING) -> list[str]:
    found = dossier.of_application(asked.id)
    assert found is not None
    return [lapsing.said(each) for each in lapsing.lapsing(found, on)]


def test_what_is_held_and_not_asked_for_again_is_named_with_its_last_day(asked: Application, make: Any) -> None:
    hold(make, asked, "Core", "Surgery, edition 2024-1")  # asked for, on the edition that is in force
    hold(make, asked, "Spine decompression")
    hold(make, asked, "Sedation", ends=None)
    assert said(asked) == [
        "Spine decompression (to Dec 31 2026)",
        "Sedation (no end is recorded: end it with the term)",
    ]
    change(PrivilegeRequest.get(), decision="Withdrawn")
    assert said(asked)[0] == "Spine decompression (to Dec 31 2026)" and len(said(asked)) == 3


def test_it_is_held_up_to_its_last_day_and_at_this_facility(asked: Application, make: Any) -> None:
    from workbench.records.office_lists import Facility

    hold(make, asked, "Spine decompression", ends=MEETING)
    hold(make, asked, "Robotic", facility=make(Facility, name="Elsewhere"))
    assert said(asked) == ["Spine decompression (to Dec 1 2026)"]
    change(HeldPrivilege.select().order_by(HeldPrivilege.id).first(), ends=date(2026, 11, 30))
    assert said(asked) == []


def test_nothing_lapses_by_another_kind_of_application(asked: Application, make: Any) -> None:
    hold(make, asked, "Spine decompression")
    change(asked, sort="Added privileges")
    assert said(asked) == []


def again(asked: Application, on: date = MEETING) -> list[str]:
    found = dossier.of_application(asked.id)
    assert found is not None
    return [lapsing.said_held(each) for each in lapsing.held_already(found, on).values()]


def test_what_is_asked_for_as_added_and_is_held_is_said_to_the_day(office: Any, make: Any) -> None:
    asked = a_ready_file(make, "Added privileges")
    assert again(asked) == []
    held = hold(make, asked, "Core", "Surgery, edition 2024-1", ends=MEETING, conditions="Proctored")
    assert again(asked) == ["held already, to Dec 1 2026, with conditions"]
    assert again(asked, date(2026, 12, 2)) == []
    change(held, ends=None, conditions="")
    assert again(asked) == ["held already"]
    change(held, application=asked)
    assert again(asked) == [], "what this application granted"
    change(held, application=None)
    change(PrivilegeRequest.get(), decision="Withdrawn")
    assert again(asked) == []


def test_an_appointment_asks_anew_for_what_is_held(asked: Application, make: Any) -> None:
    hold(make, asked, "Core")
    assert again(asked) == []
