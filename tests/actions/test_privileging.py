"""Privileges on applications and in force: every action is one step, and what is held on any day follows from it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from workbench.actions import privilege_forms, privileging
from workbench.errors import WorkbenchError
from workbench.lists.privileges import HELD
from workbench.records.application import Application
from workbench.records.office_lists import Facility
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import history

STARTS, ENDS = date(2026, 12, 15), date(2028, 11, 30)


@pytest.fixture
def form(office: Any, make: Any) -> PrivilegeForm:
    return make(PrivilegeForm, name="General Surgery", state="In force", edition="2026-1")


@pytest.fixture
def lines(form: PrivilegeForm, make: Any) -> list[Privilege]:
    """Two core lines and two special ones."""
    names = (("Core", "Surgery core"), ("Core", "Trauma core"), ("Special", "Robotics"), ("Special", "Sedation"))
    return [
        make(Privilege, form=form, position=place, sort=sort, name=name, training="Residency in general surgery")
        for place, (sort, name) in enumerate(names)
    ]


@pytest.fixture
def about(office: Any, make: Any) -> Application:
    facility = Facility.select().first() or make(Facility)
    return make(Application, provider=make(Provider, last="Okafor"), facility=facility)


@pytest.fixture
def ask(about: Application, make: Any) -> Callable[..., PrivilegeRequest]:
    return lambda line, **values: make(PrivilegeRequest, application=about, privilege=line, **values)


def requests(about: Application) -> list[str]:
    return [row.privilege.name for row in about.privilege_requests.order_by(PrivilegeRequest.id)]


def days(provider: Any) -> list[tuple]:
    rows = HeldPrivilege.select().where(HeldPrivilege.provider == provider).order_by(HeldPrivilege.id)
    return [(row.privilege.name, row.starts, row.ends) for row in rows]


def test_privileges_are_asked_for_together_and_each_once(lines, about, assert_undoable):
    core = [each.id for each in lines if each.sort == "Core"]
    assert assert_undoable(lambda: privileging.ask(about.id, core)) == 2
    assert assert_undoable(lambda: privileging.ask(about.id, [lines[0].id, lines[2].id])) == 1
    assert requests(about) == ["Surgery core", "Trauma core", "Robotics"]
    assert privileging.ask(about.id, core) == 0


@pytest.mark.parametrize("state", ["Draft", "Retired"])
def test_only_a_form_in_force_can_be_asked_from(state, form, lines, about):
    with history.step("Another state"):
        form.state = state
        form.save()
    with pytest.raises(WorkbenchError, match=f"which is {state.lower()}. Nothing was asked for"):
        privileging.ask(about.id, [lines[0].id])
    assert requests(about) == []


def test_nothing_is_asked_for_on_a_closed_application(lines, about):
    with history.step("Close"):
        about.stage, about.outcome = "Closed", "Approved"
        about.save()
    with pytest.raises(WorkbenchError, match="is closed"):
        privileging.ask(about.id, [lines[0].id])


def test_what_was_decided_is_not_taken_off(lines, ask, about, assert_undoable):
    first, second = ask(lines[0], decision="Granted"), ask(lines[1])
    with pytest.raises(WorkbenchError, match="Mark it withdrawn instead"):
        privileging.take_off([first.id, second.id])
    assert assert_undoable(lambda: privileging.take_off([second.id])) == 1
    assert requests(about) == ["Surgery core"]


def test_the_chairs_view_of_several_is_one_step(lines, ask, assert_undoable):
    ids = [ask(line).id for line in lines]
    assert assert_undoable(lambda: privileging.say(ids, "Recommend", "chair")) == []
    assert {row.chair_view for row in PrivilegeRequest.select()} == {"Recommend"}
    assert {row.committee_view for row in PrivilegeRequest.select()} == {""}


def test_a_view_with_conditions_needs_them(lines, ask):
    ids = [ask(lines[0]).id, ask(lines[1], conditions="A proctor").id]
    wrong = privileging.say(ids, "Recommend with conditions", "committee")
    assert [(each.field, each.message) for each in wrong] == [("conditions", "Say under which conditions.")]
    assert {row.committee_view for row in PrivilegeRequest.select()} == {""}
    assert privileging.say(ids[1:], "Recommend with conditions", "committee") == []
    assert privileging.say(ids, "Perhaps", "chair")[0].field == "chair_view"
    assert privileging.decide(ids[:1], "Granted with conditions", conditions=" ")[0].field == "conditions"


def test_a_decision_is_a_step(lines, ask, assert_undoable):
    request = ask(lines[0])
    assert assert_undoable(lambda: privileging.decide([request.id], "Granted with conditions", "A proctor")) == []
    kept = PrivilegeRequest.get_by_id(request.id)
    assert (kept.decision, kept.conditions) == ("Granted with conditions", "A proctor")
    assert privileging.decide([request.id], "Sure")[0].field == "decision"


def test_a_grant_gives_what_was_decided_or_recommended_and_nothing_else(lines, ask, about, assert_undoable):
    ask(lines[0], decision="Granted", chair_view="Do not recommend")
    ask(lines[1], chair_view="Recommend", committee_view="Defer")
    ask(lines[2], chair_view="Recommend with conditions", conditions="Ten proctored cases")
    ask(lines[3])
    held = assert_undoable(lambda: privileging.grant(about, STARTS, ENDS))
    assert [(each.privilege.name, each.conditions) for each in held] == [
        ("Surgery core", ""),
        ("Robotics", "Ten proctored cases"),
    ]
    assert days(about.provider) == [("Surgery core", STARTS, ENDS), ("Robotics", STARTS, ENDS)]
    assert [row.decision for row in about.privilege_requests.order_by(PrivilegeRequest.id)] == [
        "Granted",
        "",
        "Granted with conditions",
        "",
    ]


def test_a_line_is_held_under_the_conditions_of_the_approval_unless_it_has_its_own(lines, ask, about):
    ask(lines[0], decision="Granted")
    ask(lines[1], decision="Granted with conditions", conditions="Ten proctored cases")
    held = privileging.grant(about, STARTS, ENDS, "First year provisional")
    assert [each.conditions for each in held] == ["First year provisional", "Ten proctored cases"]


def test_conditions_that_nobody_wrote_down_are_not_none(lines, ask, about):
    ask(lines[0], chair_view="Recommend with conditions")
    assert privileging.grant(about, STARTS, ENDS)[0].conditions.startswith("With conditions that were not written")


def test_the_chairs_report_on_the_whole_speaks_for_lines_without_a_view(lines, ask, about):
    with history.step("Report"):
        about.chair_view, about.chair_on = "Recommend", STARTS
        about.save()
    ask(lines[0])
    assert [each.privilege.name for each in privileging.grant(about.id, STARTS, ENDS)] == ["Surgery core"]


def test_a_grant_ends_what_it_replaces_the_day_before_on_any_edition_of_the_form(
    lines, ask, about, form, make, assert_undoable
):
    old = make(PrivilegeForm, name="General Surgery, edition 2025-1", state="Retired")
    other = make(PrivilegeForm, name="Urology", state="In force")
    until = {"provider": about.provider, "starts": date(2024, 12, 1), "ends": date(2027, 1, 31)}
    replaced = make(
        HeldPrivilege, privilege=make(Privilege, form=old, name="ROBOTICS"), facility=about.facility, **until
    )
    elsewhere = make(HeldPrivilege, privilege=lines[2], facility=make(Facility, name="Elsewhere"), **until)
    others = make(
        HeldPrivilege, privilege=make(Privilege, form=other, name="Robotics"), facility=about.facility, **until
    )
    over = make(HeldPrivilege, privilege=lines[2], facility=about.facility, **until | {"ends": date(2026, 12, 14)})
    ask(lines[2], decision="Granted")
    (new,) = assert_undoable(lambda: privileging.grant(about, STARTS, ENDS))
    ends = {row.id: row.ends for row in HeldPrivilege.select()}
    assert ends == {
        replaced.id: STARTS - timedelta(days=1),
        elsewhere.id: date(2027, 1, 31),
        others.id: date(2027, 1, 31),
        over.id: date(2026, 12, 14),
        new.id: ENDS,
    }


def test_the_same_grant_again_changes_the_term_and_doubles_nothing(lines, ask, about):
    ask(lines[0], decision="Granted")
    privileging.grant(about, STARTS, ENDS)
    privileging.grant(about, STARTS, date(2027, 11, 30))
    assert days(about.provider) == [("Surgery core", STARTS, date(2027, 11, 30))]


def test_what_was_granted_from_a_later_day_stays_and_this_ends_the_day_before(lines, ask, about, make, assert_undoable):
    renewal = make(Application, provider=about.provider, facility=about.facility)
    later = {"provider": about.provider, "privilege": lines[0], "facility": about.facility, "application": renewal}
    make(HeldPrivilege, starts=date(2027, 3, 1), ends=date(2030, 2, 28), **later)
    make(HeldPrivilege, starts=date(2030, 3, 1), ends=None, **later)
    ask(lines[0], decision="Granted")
    assert_undoable(lambda: privileging.grant(about, STARTS, None))
    assert days(about.provider) == [
        ("Surgery core", date(2027, 3, 1), date(2030, 2, 28)),
        ("Surgery core", date(2030, 3, 1), None),
        ("Surgery core", STARTS, date(2027, 2, 28)),
    ]


def test_a_grant_that_ends_before_it_starts_is_refused(lines, ask, about):
    ask(lines[0], decision="Granted")
    with pytest.raises(WorkbenchError, match="Nothing was granted"):
        privileging.grant(about, STARTS, STARTS - timedelta(days=1))
    assert days(about.provider) == []


def test_an_end_is_the_last_day_and_makes_nothing_longer(lines, make, office, assert_undoable):
    until = {"privilege": lines[0], "starts": date(2026, 1, 1)}
    open_, soon = make(HeldPrivilege, **until), make(HeldPrivilege, ends=date(2026, 6, 30), **until)
    on = date(2026, 11, 30)
    assert assert_undoable(lambda: privileging.end([open_.id, soon.id], on)) == []
    assert [HeldPrivilege.get_by_id(each.id).ends for each in (open_, soon)] == [on, date(2026, 6, 30)]
    assert list(HELD.ids(today=on, view="in_force")) == [open_.id]
    assert list(HELD.ids(today=on + timedelta(days=1), view="in_force")) == []
    wrong = privileging.end([open_.id], date(2025, 12, 31))
    assert wrong[0].message.endswith("starts only on Jan 1 2026.")


def test_conditions_and_what_was_shown_are_steps(lines, ask, make, office, assert_undoable):
    held, request = make(HeldPrivilege, privilege=lines[0]), ask(lines[0])
    assert_undoable(lambda: privileging.set_conditions(held.id, " A proctor "))
    log, course = "cases: 20 cases of robotics in 24 months", "training: a course"
    assert_undoable(lambda: privileging.keep_shown(request.id, {log: "Case log of 2025", course: ""}))
    assert HeldPrivilege.get_by_id(held.id).conditions == "A proctor"
    newest = history.newest()
    assert privileging.keep_shown(request.id, {log: "Case log of 2025 "}) == 0
    assert history.newest() == newest, "nothing changed, so nothing was a step"


def test_a_new_edition_keeps_what_is_held_and_replaces_the_old_one_when_put_in_force(
    form, lines, make, assert_undoable
):
    held = make(HeldPrivilege, privilege=lines[2])
    draft = assert_undoable(lambda: privilege_forms.new_edition(form.id, "2027-1"))
    assert (draft.name, draft.state) == ("General Surgery, edition 2027-1", "Draft")
    assert [line.name for line in privilege_forms.lines_of(draft.id)] == [line.name for line in lines]
    assert PrivilegeForm.get_by_id(form.id).state == "In force"

    assert assert_undoable(lambda: privilege_forms.put_in_force(draft.id, date(2027, 1, 1))) == []
    old, new = PrivilegeForm.get_by_id(form.id), PrivilegeForm.get_by_id(draft.id)
    assert (old.name, old.state) == ("General Surgery, edition 2026-1", "Retired")
    assert (new.name, new.state, new.effective) == ("General Surgery", "In force", date(2027, 1, 1))
    assert HeldPrivilege.get_by_id(held.id).privilege.form == old


def test_two_editions_of_one_name_and_an_edition_without_one_are_refused(form):
    assert privilege_forms.new_edition(form.id, " ").message == "Say how the new edition is called."
    assert "already" in privilege_forms.new_edition(form.id, "2026-1").message
    privilege_forms.new_edition(form.id, "2027-1")
    assert "already" in privilege_forms.new_edition(form.id, "2027-1").message


def test_a_form_that_cannot_work_is_not_put_in_force(form, lines, make):
    draft = make(PrivilegeForm, name="Empty")
    assert (
        privilege_forms.put_in_force(draft.id, STARTS)[0].message
        == "The form has no lines. Add the core privileges first."
    )
    make(Privilege, form=draft, name="Twice", training="A course")
    make(Privilege, form=draft, name="twice", training="A course")
    assert privilege_forms.put_in_force(draft.id, STARTS)[0].message.startswith("twice: Another line has this name.")
    assert PrivilegeForm.get_by_id(draft.id).state == "Draft"


def test_a_warning_does_not_keep_a_form_from_being_put_in_force(make, office):
    draft = make(PrivilegeForm, name="Board alone", starting_point=True)
    make(Privilege, form=draft, name="Core", board="Board certified in surgery")
    assert privilege_forms.put_in_force(draft.id, STARTS) == []
    assert not PrivilegeForm.get_by_id(draft.id).starting_point


def test_a_retired_form_keeps_what_is_held(form, lines, make, assert_undoable):
    held = make(HeldPrivilege, privilege=lines[0])
    assert_undoable(lambda: privilege_forms.retire(form.id))
    assert list(HELD.ids(today=held.starts, view="in_force")) == [held.id]


def test_lines_move_and_stop_at_the_ends(form, lines, assert_undoable):
    assert assert_undoable(lambda: privilege_forms.move_line(lines[2].id, -1))
    assert [line.name for line in privilege_forms.lines_of(form.id)] == [
        "Surgery core",
        "Robotics",
        "Trauma core",
        "Sedation",
    ]
    assert not privilege_forms.move_line(lines[0].id, -1)
    assert not privilege_forms.move_line(lines[3].id, 1)


def test_a_line_that_is_held_or_asked_for_is_not_deleted(lines, ask, make, assert_undoable):
    make(HeldPrivilege, privilege=lines[0])
    ask(lines[1])
    with pytest.raises(WorkbenchError, match="held by one person. Nothing was deleted"):
        privilege_forms.delete_lines([lines[3].id, lines[0].id])
    with pytest.raises(WorkbenchError, match="asked for on an application"):
        privilege_forms.delete_lines([lines[1].id])
    assert assert_undoable(lambda: privilege_forms.delete_lines([lines[2].id, lines[3].id])) == 2
