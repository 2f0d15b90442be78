"""A verification is a record of its own; it repeats itself in the credential, is struck and never lost, and says what is unusual."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import verifying, verifying_history
from workbench.actions.verifying import Look
from workbench.errors import WorkbenchError
from workbench.records.background import Education
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.office_lists import CredentialSort
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.records.verification import Verification, VerificationSource
from workbench.rules import standards
from workbench.rules.seen import STALE, STATED, VERIFIED, seen
from workbench.store import history, undoing

TODAY = date(2026, 11, 24)
ONE = timedelta(days=1)
BOARD = Look(TODAY, "State licensing board", "Ann", "Active", "None on record")


@pytest.fixture
def license(office: Any, make: Any) -> Any:
    sort = CredentialSort.get(CredentialSort.key == "license")
    person = make(Provider, last="Okafor")
    return make(Credential, provider=person, sort=sort, number="036-1", state="IL", issued=date(2020, 1, 2),
                expires=date(2027, 7, 31))  # fmt: skip


def fields(look: Look, license: Any) -> list[str]:
    return [each.field for each in verifying.verify([license.id], look, TODAY)]


def test_it_is_a_record_and_the_credential_repeats_it_in_one_step(license: Any, assert_undoable: Any) -> None:
    assert assert_undoable(lambda: verifying.verify([license.id], BOARD, TODAY)) == []
    found, now = Verification.get(Verification.struck.is_null()), Credential.get_by_id(license.id)
    assert (found.element, found.done, found.by, found.source.name) == (
        "license",
        TODAY,
        "Ann",
        "State licensing board",
    )
    assert (now.verified, now.source, now.verified_by, now.standing) == (
        TODAY,
        "State licensing board",
        "Ann",
        "Active",
    )


def test_what_was_not_found_verifies_nothing_and_is_kept(license: Any) -> None:
    assert verifying.verify([license.id], replace(BOARD, result="Not found"), TODAY) == []
    assert Verification.select().count() == 1 and Credential.get_by_id(license.id).verified is None


def test_the_future_is_refused_also_with_a_reason(license: Any) -> None:
    assert fields(replace(BOARD, on=TODAY + ONE, reason="The board said so."), license) == ["verified"]
    assert not Verification.select().exists() and history.newest().name != "Verify State license 036-1"


@pytest.mark.parametrize(
    ("look", "field"),
    [
        (replace(BOARD, on=TODAY - ONE), "reason"),
        (replace(BOARD, source="AMA Physician Profile"), "source"),
        (replace(BOARD, source="A site that nobody named"), "source"),
    ],
)
def test_what_is_unusual_is_kept_with_a_reason_alone(license: Any, look: Look, field: str) -> None:
    assert fields(look, license) == [field]
    assert not Verification.select().exists()
    assert fields(replace(look, reason="The board's site was down."), license) == []
    assert Verification.get().reason == "The board's site was down."


def test_before_it_was_issued_nothing_could_be_seen_of_it(license: Any) -> None:
    assert fields(replace(BOARD, on=license.issued - ONE), license) == ["reason", "verified"]
    assert fields(replace(BOARD, on=license.issued - ONE, reason="Reissued under a new number."), license) == []


def test_one_result_for_several_takes_a_list_that_names_them(license: Any, make: Any) -> None:
    other = make(Credential, provider=license.provider, sort=license.sort, number="58821", state="WI")
    ids = [license.id, other.id]
    assert [each.field for each in verifying.verify(ids, BOARD, TODAY)] == ["method"]
    assert verifying.verify(ids, replace(BOARD, method="Dated source list"), TODAY) == []
    assert Verification.select().count() == 2


def test_a_struck_verification_stays_and_the_one_before_counts_again(license: Any, assert_undoable: Any) -> None:
    verifying.verify([license.id], replace(BOARD, on=TODAY - ONE, reason="Late.", by="Bo"), TODAY)
    verifying.verify([license.id], BOARD, TODAY)
    newest = Verification.get(Verification.done == TODAY)
    assert [each.field for each in verifying.strike(newest.id, "Ann", " ", TODAY)] == ["struck_why"]
    assert assert_undoable(lambda: verifying.strike(newest.id, "Ann", "Another person's page", TODAY)) == []
    kept, now = Verification.get_by_id(newest.id), Credential.get_by_id(license.id)
    assert (kept.struck, kept.struck_by, kept.struck_why) == (TODAY, "Ann", "Another person's page")
    assert (now.verified, now.verified_by) == (TODAY - ONE, "Bo")
    with pytest.raises(WorkbenchError, match="struck already"):
        verifying.strike(newest.id, "Ann", "Again", TODAY)
    verifying.strike(Verification.get(Verification.done < TODAY).id, "Ann", "Both", TODAY)
    assert Credential.get_by_id(license.id).verified is None


def test_an_undone_verification_stays_struck_with_who_and_why_and_is_seen_anew(license: Any, tmp_path: Path) -> None:
    page = tmp_path / "license-lookup.pdf"
    page.write_bytes(b"%PDF-1.4 looked up")
    verifying.verify_with(license.id, BOARD, page, TODAY)
    undone = undoing.undo()
    assert undone and history.newest().name == f"Undo: {undone.name}; what was seen stays, struck"
    kept, now = Verification.get(), Credential.get_by_id(license.id)
    assert (kept.struck, kept.struck_by, kept.struck_why) == (TODAY, "Ann", "Taken back by Undo")
    assert (now.verified, kept.document, Document.select().count()) == (None, None, 0)
    assert undoing.redo() is None and history.next_redo() is None
    assert verifying.verify_with(license.id, BOARD, page, TODAY) == []
    assert Credential.get_by_id(license.id).verified == TODAY and Verification.select().count() == 2


def test_undoing_several_looks_strikes_each_and_none_that_was_struck_by_somebody(license: Any, make: Any) -> None:
    other = make(Credential, provider=license.provider, sort=license.sort, number="036-2", state="IL")
    verifying.verify([license.id], BOARD, TODAY)
    verifying.strike(Verification.get().id, "Bo", "Another person's page", TODAY)
    verifying.verify_each([(license.id, BOARD), (other.id, BOARD)], TODAY)
    undoing.undo()
    assert sorted(each.struck_why for each in Verification) == ["Another person's page", *["Taken back by Undo"] * 2]


def test_a_look_that_renewed_stays_struck_though_its_new_term_goes(license: Any) -> None:
    later = replace(BOARD, expires=date(2029, 7, 31))
    assert verifying.verify([license.id], later, TODAY) == []
    assert Credential.select().where(~Credential.past).get().expires == later.expires
    undoing.undo()
    kept = Verification.get()
    assert (kept.credential, kept.provider, kept.expires) == (None, license.provider, later.expires)
    assert kept.struck_why == "Taken back by Undo"
    assert Credential.select().count() == 1 and Credential.get().expires == license.expires


def test_who_was_never_added_was_never_looked_up(office: Any) -> None:
    """The step that made what was looked up can still be undone: a look at a term stays with its person, and goes with that one."""
    with history.step("Add a person"):
        person = Provider.create(last="Okafor")
    with history.step("Add a license"):
        sort = CredentialSort.get(CredentialSort.key == "license")
        added = Credential.create(provider=person, sort=sort, number="036-3", state="WI")
    verifying.verify([added.id], BOARD, TODAY)
    assert undoing.undo().name.startswith("Verify") and undoing.undo().name == "Add a license"
    assert Verification.get().credential is None
    assert undoing.undo().name == "Add a person" and not Verification.select().exists()


def test_evidence_is_kept_in_the_same_step_and_once(license: Any, tmp_path: Path, assert_undoable: Any) -> None:
    page = tmp_path / "license-lookup.pdf"
    page.write_bytes(b"%PDF-1.4 looked up")
    assert assert_undoable(lambda: verifying.verify_with(license.id, BOARD, page, TODAY)) == []
    document = Document.get()
    assert (document.credential, document.file_name) == (license, "license-lookup.pdf")
    counted = Verification.select().where(Verification.struck.is_null())
    assert counted.get().document == document
    assert verifying.verify_with(license.id, replace(BOARD, by="Bo"), page, TODAY) == []
    assert Document.select().count() == 1 and counted.count() == 2
    (tmp_path / "empty.pdf").write_bytes(b"")
    wrong = verifying.verify_with(license.id, BOARD, tmp_path / "empty.pdf", TODAY)
    assert [each.field for each in wrong] == ["file_name"] and counted.count() == 2
    late = replace(BOARD, on=TODAY + ONE)
    assert [e.field for e in verifying.verify_with(license.id, late, page, TODAY)] == ["verified"]


def test_the_same_source_as_last_time_is_proposed(license: Any) -> None:
    assert verifying.usual_source([license.id]) == "State licensing board" and verifying.last_look([license.id]) is None
    verifying.verify(
        [license.id], replace(BOARD, source="FSMB Physician Data Center", method="Report", reason="Down."), TODAY
    )
    last = verifying.last_look([license.id])
    assert last and (last.source, last.method) == ("FSMB Physician Data Center", "Report")


def test_an_education_is_verified_at_a_source_accepted_for_it(license: Any, make: Callable[..., Any]) -> None:
    school = make(
        Education, provider=license.provider, sort="Medical school", institution="Rush", started="2001", ended="2005"
    )
    look = replace(BOARD, source="AMA Physician Profile")
    assert verifying_history.verify_other("education", school, look, TODAY) == []
    assert Verification.get().education == school
    assert [e.field for e in verifying_history.verify_other("affiliation", school, look, TODAY)] == ["source"]
    early = replace(look, on=date(2000, 1, 1), reason="")
    assert [e.field for e in verifying_history.verify_other("education", school, early, TODAY)] == [
        "reason",
        "verified",
    ]
    assert (
        verifying_history.verify_other("identity", license.provider, replace(BOARD, source="Picture ID"), TODAY) == []
    )


def test_a_source_accepts_what_it_says(office: Any, make: Callable[..., Any]) -> None:
    ama = VerificationSource.get(VerificationSource.name == "AMA Physician Profile")
    assert (ama.accepted_as("education"), ama.accepted_as("license")) == ("designated equivalent", "")
    wrong = VerificationSource(name="X", primary="license, licence", equivalent="license")
    assert [each.field for each in wrong.problems()] == ["primary", "equivalent"]
    assert all(not list(each.problems()) for each in VerificationSource.select())


class _Term:
    def __init__(self, verified: date | None, expires: date | None = None) -> None:
        self.verified, self.expires = verified, expires


def test_a_credential_is_stated_verified_or_stale_as_of_a_day() -> None:
    term = _Term(TODAY, date(2027, 7, 31))
    assert seen(_Term(None), TODAY) == STATED == seen(term, TODAY - ONE)
    assert seen(term, TODAY) == VERIFIED == seen(term, date(2027, 7, 31))
    assert seen(term, date(2027, 8, 1)) == STALE
    line = standards.least("PSV_AGE_ACC", Policy(packs="ncqa"), TODAY)
    assert seen(term, TODAY + timedelta(days=120), line) == VERIFIED
    assert seen(term, TODAY + timedelta(days=121), line) == STALE


def test_a_later_end_that_is_found_renews_it_in_the_same_step(
    license: Any, assert_undoable: Any, tmp_path: Path
) -> None:
    """The earlier term stays; what was seen, and the page that shows it, are of the new one."""
    later = date(license.expires.year + 3, 7, 31)
    page = tmp_path / "board.pdf"
    page.write_bytes(b"%PDF-1.4 looked up")
    look = replace(BOARD, expires=later)
    assert assert_undoable(lambda: verifying.verify_with(license.id, look, page, TODAY)) == []
    assert history.newest().name.endswith("and renew it to Jul 31 2030")  # type: ignore[union-attr]
    new = Credential.get(~Credential.past & (Credential.number == license.number))
    assert (new.expires, new.verified, Credential.get_by_id(license.id).past) == (later, BOARD.on, True)
    assert Verification.get(Verification.credential == new).document.credential_id == new.id


def test_an_earlier_end_that_is_found_is_not_as_stated(license: Any) -> None:
    earlier = replace(BOARD, expires=license.expires - timedelta(days=1))
    assert [each.field for each in verifying.verify([license.id], earlier, TODAY)] == ["result"]
    assert verifying.verify([license.id], replace(earlier, result="Differs"), TODAY) == []
    assert [
        each.field
        for each in verifying.verify([license.id], replace(BOARD, result="Differs", standing="", discipline=""), TODAY)
    ] == ["remark"]


def test_a_source_of_another_state_is_not_proposed(license: Any, make: Any) -> None:
    verifying.verify([license.id], BOARD, TODAY)
    assert verifying.usual_source([license.id]) == BOARD.source
    other = make(Credential, provider=license.provider, sort=license.sort, state="WI", number="58821-20")
    assert (
        verifying.usual_source([other.id]) == verifying.SOURCES["license"] and verifying.last_look([other.id]) is None
    )
