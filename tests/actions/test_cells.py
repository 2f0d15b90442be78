"""Cells set at once: one step, one undo, and whatever could not be set is said with its reason."""

from datetime import date, timedelta

import pytest

from workbench.actions import cells, tasks, undoing
from workbench.actions.cells import Cell
from workbench.records.credential import CREDENTIALS, Credential
from workbench.records.desk import Task
from workbench.records.office_lists import Department
from workbench.records.provider import PROVIDERS, Provider
from workbench.store import history


@pytest.fixture
def fifty(office, make):
    return [make(Provider, last=f"Person{n:02}", status="Active") for n in range(50)]


FIELDS = ("email", "phone", "cell", "city", "state", "zip")


def block(people):
    """50 x 6 as a sheet has them, three of them bad."""
    made = []
    for n, each in enumerate(people):
        texts = (f"p{n}@example.org", f"815 555 {n:04}", f"779 555 {n:04}", "Rockford", "Illinois", f"{61100 + n}")
        made += [Cell(each.id, name, text) for name, text in zip(FIELDS, texts, strict=True)]
    for place, text in ((6 * 4, "no address"), (6 * 9 + 4, "Atlantis"), (6 * 30 + 5, "6110")):
        made[place] = Cell(made[place].id, made[place].field, text)
    return made


def test_a_block_of_300_with_three_bad_cells_sets_297_in_one_step_and_one_undo_takes_them_back(fifty, TODAY):
    before = history.newest().id
    done = cells.write(PROVIDERS, block(fifty), TODAY, "Paste into 50 providers")
    assert (done.set, done.same, len(done.refused)) == (297, 0, 3)
    assert [(each.cell.field, each.cell.text) for each in done.refused] == [
        ("email", "no address"),
        ("state", "Atlantis"),
        ("zip", "6110"),
    ]
    assert all(each.message and each.title.startswith("Person") for each in done.refused)
    assert history.newest().id == before + 1
    ninth = Provider.get_by_id(fifty[9].id)
    assert (ninth.email, ninth.state, ninth.zip) == ("p9@example.org", "", "61109"), "its other cells are set"
    undoing.undo()
    assert not Provider.select().where((Provider.email != "") | (Provider.zip != "") | (Provider.city != "")).exists()


def test_nothing_that_can_be_set_is_no_step(fifty, TODAY):
    before = history.newest().id
    done = cells.write(
        PROVIDERS, [Cell(fifty[0].id, "email", "nowhere"), Cell(fifty[1].id, "last", "Person01")], TODAY, "Paste"
    )
    assert (done.set, done.same, len(done.refused)) == (0, 1, 1) and history.newest().id == before


def test_what_one_row_took_another_cannot_have(fifty, TODAY):
    wanted = [Cell(each.id, "npi", "1234567893") for each in fifty[:2]]
    done = cells.write(PROVIDERS, wanted, TODAY, "Paste")
    assert done.set == 1 and "Person00" in done.refused[0].message
    assert Provider.get_by_id(fifty[1].id).npi == ""


def test_a_link_is_found_by_its_name_and_a_needed_field_is_not_emptied(fifty, TODAY):
    wanted = [
        Cell(fifty[0].id, "department", "surgery"),
        Cell(fifty[1].id, "department", "Alchemy"),
        Cell(fifty[2].id, "last", ""),
        Cell(fifty[3].id, "status", ""),
    ]
    done = cells.write(PROVIDERS, wanted, TODAY, "Paste")
    assert done.set == 1 and Provider.get_by_id(fifty[0].id).department == Department.get(Department.name == "Surgery")
    assert [each.cell.field for each in done.refused] == ["department", "last", "status"]


def test_what_was_wrong_before_does_not_keep_anybody_from_mending_something_else(office, make, TODAY):
    who = make(Provider, last="Chen", npi="1234567890")
    assert cells.write(PROVIDERS, [Cell(who.id, "city", "Rockford")], TODAY, "Paste").set == 1


def test_masked_fields_and_those_the_program_keeps_are_not_set(office, make, TODAY):
    who = make(Provider, last="Chen")
    license = make(Credential, provider=who, number="1")
    assert cells.write(PROVIDERS, [Cell(who.id, "ssn_last4", "1234")], TODAY, "Paste").refused[0].message == cells.TOLD
    assert cells.write(CREDENTIALS, [Cell(license.id, "verified", "today")], TODAY, "Paste").refused


def test_a_status_that_is_another_is_so_from_today_on(fifty, TODAY):
    cells.write(PROVIDERS, [Cell(fifty[0].id, "status", "resigned")], TODAY, "Paste")
    changed = Provider.get_by_id(fifty[0].id)
    assert (changed.status, changed.status_since) == ("Resigned", TODAY)


def test_a_later_end_opens_a_new_term_and_an_earlier_one_corrects(office, make, TODAY):
    who = make(Provider, last="Chen")
    held = [make(Credential, provider=who, number=str(n), expires=date(2026, 12, 1)) for n in range(2)]
    done = cells.write(
        CREDENTIALS, [Cell(held[0].id, "expires", "12/1/2028"), Cell(held[1].id, "expires", "11/30/2026")], TODAY, "Paste"
    )  # fmt: skip
    assert set(done.renewed) == {held[0].id} and Credential.get_by_id(held[0].id).past
    assert Credential.get_by_id(done.renewed[held[0].id]).expires == date(2028, 12, 1)
    assert Credential.get_by_id(held[1].id).expires == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("days", "number", "renews", "new"),
    [(1, "", None, False), (89, "", None, False), (90, "", None, True), (730, "", None, True), (1, "2", None, True),
     (1, "", True, True), (730, "", False, False), (1, "2", False, False)],
)  # fmt: skip
def test_a_near_day_under_the_same_number_mends_the_term_and_a_later_one_renews_unless_it_is_said(
    office, make, TODAY, days, number, renews, new
):
    held = make(Credential, provider=make(Provider, last="Chen"), number="1", expires=TODAY)
    later = TODAY + timedelta(days=days)
    wanted = [Cell(held.id, "expires", later.isoformat()), *([Cell(held.id, "number", number)] if number else [])]
    done = cells.write(CREDENTIALS, wanted, TODAY, "Paste", renews=renews)
    assert (bool(done.renewed), done.mended) == (new, () if new else (held.id,))
    assert Credential.get(~Credential.past).expires == later and Credential.select().count() == 1 + new


def test_a_later_end_is_meant_the_other_way_in_one_go(office, make, TODAY):
    held = make(Credential, provider=make(Provider, last="Chen"), number="1", expires=TODAY)
    wanted = [Cell(held.id, "expires", (TODAY + timedelta(days=1)).isoformat())]
    cells.write(CREDENTIALS, wanted, TODAY, "Paste")
    done = cells.otherwise(CREDENTIALS, wanted, TODAY, "Paste", True)
    assert set(done.renewed) == {held.id} and Credential.get_by_id(held.id).expires == TODAY
    cells.otherwise(CREDENTIALS, wanted, TODAY, "Paste", False)
    assert [each.expires for each in Credential.select()] == [TODAY + timedelta(days=1)]


def test_what_was_seen_at_the_source_does_not_hold_for_another_number(office, make, TODAY):
    who = make(Provider, last="Chen")
    held = make(Credential, provider=who, number="1", verified=TODAY, source="The board", verified_by="Ann")
    assert cells.write(CREDENTIALS, [Cell(held.id, "remarks", "Called.")], TODAY, "Paste").unseen == 0
    done = cells.write(CREDENTIALS, [Cell(held.id, "number", "2")], TODAY, "Paste")
    now = Credential.get_by_id(held.id)
    assert done.unseen == 1 and (now.number, now.verified, now.source) == ("2", None, "")


def test_a_record_that_is_gone_is_said(fifty, TODAY):
    Provider.get_by_id(fifty[0].id)
    done = cells.write(PROVIDERS, [Cell(99_999, "city", "Rockford")], TODAY, "Paste")
    assert done.refused[0].message == "It is gone since."


def test_a_task_about_each_of_them_is_one_step(fifty, TODAY):
    assert tasks.assign([tasks.About(each.id) for each in fifty[:3]], "Call", TODAY, "Ann") == []
    assert Task.select().where(Task.owner == "Ann").count() == 3
    assert history.newest().name == "Assign “Call” about 3 providers to Ann"
    assert [each.field for each in tasks.assign([tasks.About(fifty[0].id)], "", None, "")] == ["title"]
    undoing.undo()
    assert Task.select().count() == 0
