"""Adding, changing, deleting and renewing: one step each, or its problems and nothing written."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import TODAY, dump
from workbench.actions import editing, filing, renewing, undoing
from workbench.errors import Problem, WorkbenchError
from workbench.lists.named import list_named
from workbench.records import KINDS
from workbench.records.credential import CREDENTIALS, Credential
from workbench.records.office_lists import DEPARTMENTS, Department
from workbench.records.practice import PRACTICE_MEMBERS, PracticeMember
from workbench.records.provider import PROVIDERS, Provider
from workbench.store import history

EACH = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
LASTING = [kind for kind in KINDS if "recalled" in kind.model._meta.fields]


@pytest.mark.parametrize("kind", LASTING, ids=lambda kind: kind.name)
def test_what_went_out_is_recalled_and_neither_unmade_nor_deleted(kind: Any, office: Any, make: Any) -> None:
    make(kind.model)  # whatever it needs is there now
    made = make(kind.model, number=2)
    assert undoing.undo().startswith("Make a") and undoing.redo() is None
    assert kind.model.get_by_id(made.id).recalled == TODAY
    before = dump()
    with pytest.raises(WorkbenchError, match="stays in the log"):
        editing.delete(kind, [made.id])
    assert dump() == before


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in LASTING], ids=lambda kind: kind.name)
def test_any_record_is_made_shown_found_and_undone(kind: Any, office: Any, make: Any, assert_undoable: Any) -> None:
    first = make(kind.model)  # whatever it needs is there now
    values = {name: value for name, value in first.__data__.items() if name != "id"}
    for field in kind.model._meta.sorted_fields:
        if field.unique and not field.primary_key and getattr(field, "rel_model", None) is None:
            values[field.name] = "Zebra"
    with history.step("Make room"):
        first.delete_instance()
    record = kind.model(**values)
    assert assert_undoable(lambda: editing.save(record, kind)) == []
    listed = list_named(kind.name)
    assert record.id in listed.ids(today=TODAY)
    for name in kind.searched[:1]:
        assert record.id in listed.ids(today=TODAY, search=str(record.__data__[name]))
    assert assert_undoable(lambda: editing.delete(kind, [record.id])) == 1
    assert record.id not in listed.ids(today=TODAY)
    assert undoing.undo().startswith("Delete ")
    assert record.id in listed.ids(today=TODAY)


@EACH
def test_an_empty_record_is_not_saved(kind: Any, office: Any) -> None:
    before = dump()
    assert editing.save(kind.model(), kind)
    assert dump() == before


def test_a_name_that_only_one_may_have_is_refused_to_another(office: Any, make: Any) -> None:
    assert [p.field for p in editing.save(Department(name="mediCINE"), DEPARTMENTS)] == ["name"]
    medicine = Department.get(name="Medicine")
    assert editing.save(medicine, DEPARTMENTS) == []
    member = make(PracticeMember)
    again = PracticeMember(provider=member.provider_id, practice=member.practice_id)
    assert [p.field for p in editing.save(again, PRACTICE_MEMBERS)] == ["practice"]


def test_an_npi_that_somebody_has_is_refused_to_another_and_told_whose_it_is(office: Any, make: Any) -> None:
    okafor = make(Provider, last="Okafor", first="Adaeze", npi="1382810863")
    smith, xu = make(Provider, last="Smith"), make(Provider, last="Xu")
    before, said = dump(), [Problem("npi", "This NPI is that of Okafor, Adaeze.")]
    assert filing.set_field(smith.id, "npi", "1382810863") == said
    assert editing.save(Provider(last="Ngo", npi="1382810863"), PROVIDERS) == said
    assert editing.set_text(PROVIDERS, [smith.id], "npi", "1382810863", TODAY) == said
    assert editing.set_text(PROVIDERS, [smith.id, xu.id], "npi", "1234567893", TODAY)
    assert dump() == before
    assert filing.set_field(okafor.id, "npi", "1234567893") == [] == filing.set_field(smith.id, "npi", "1382810863")


def test_an_npi_that_was_doubled_before_keeps_nobody_from_mending_something_else(office: Any, make: Any) -> None:
    people = [make(Provider, last=last, npi="1382810863") for last in ("Okafor", "Smith")]
    people[1].city = "Peoria"
    assert editing.save(people[1], PROVIDERS) == [] == filing.set_field(people[0].id, "city", "Joliet")
    assert editing.set_text(PROVIDERS, [person.id for person in people], "city", "Pekin", TODAY) == []


def test_what_others_need_is_not_deleted(office: Any, make: Any) -> None:
    medicine = Department.get(name="Medicine")
    make(Provider, department=medicine)
    before = dump()
    with pytest.raises(WorkbenchError, match="1 provider still points"):
        editing.delete(DEPARTMENTS, [medicine.id])
    assert dump() == before


def test_a_field_of_several_is_set_in_one_step(office: Any, make: Any, assert_undoable: Any) -> None:
    ids = [make(Provider).id for _ in range(3)]
    assert assert_undoable(lambda: editing.set_text(PROVIDERS, ids, "department", "medicine", TODAY)) == []
    assert history.newest().name == "Redo: Change department of 3 providers"
    assert Provider.select().where(Provider.department.is_null()).count() == 0
    before = dump()
    assert editing.set_text(PROVIDERS, ids, "npi", "123", TODAY)
    assert editing.set_text(PROVIDERS, ids, "status_since", "soon", TODAY)
    assert editing.set_text(PROVIDERS, [], "npi", "", TODAY) == []
    assert dump() == before


def test_what_was_wrong_before_keeps_nobody_from_mending_something_else(office: Any, make: Any) -> None:
    person = make(Provider, npi="1234567890")
    assert editing.set_text(PROVIDERS, [person.id], "city", "Peoria", TODAY) == []
    assert Provider.get_by_id(person.id).city == "Peoria"


def test_a_renewal_keeps_the_old_term(office: Any, make: Any, assert_undoable: Any) -> None:
    old = make(Credential, number="036-1", expires=date(2026, 12, 1), verified=TODAY, source="Board")
    assert assert_undoable(lambda: renewing.renew(old, date(2029, 12, 1))) == []
    terms = {c.past: c for c in Credential.select()}
    assert (terms[True].expires, terms[True].verified) == (date(2026, 12, 1), TODAY)
    assert (terms[False].expires, terms[False].verified, terms[False].number) == (date(2029, 12, 1), None, "036-1")


def test_a_renewal_must_reach_further(office: Any, make: Any) -> None:
    term = make(Credential, expires=date(2026, 12, 1))
    past = make(Credential, past=True)
    before = dump()
    for credential, expires in ((term, None), (term, date(2026, 12, 1)), (past, date(2030, 1, 1))):
        assert [p.field for p in renewing.renew(credential, expires)] == ["expires"]
    assert dump() == before
    assert CREDENTIALS.name == "credentials"
