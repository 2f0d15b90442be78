"""Schools, training, positions, other hospitals and referees are verified each by itself, and the papers and the file say so."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import TODAY
from workbench.actions import verifying, verifying_history
from workbench.actions.verifying import Look
from workbench.lists.file_parts import AFFILIATIONS_PART, EDUCATION_PART, WORK_PART
from workbench.papers import verified_history
from workbench.records.application import Application, Reference
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.desk import Document
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.records.verification import Verification
from workbench.rules import dossier
from workbench.store import settings

SEEN = Look(TODAY, "School or program", by="Alvarez")


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    return make(
        Application, provider=make(Provider, last="Morris", first="Kevin", degree="DO"), sort="Initial appointment"
    )


@pytest.fixture
def all_of(asked: Application, make: Any) -> dict[str, Any]:
    """By element one record of each."""
    who = asked.provider
    return {
        "education": make(
            Education, provider=who, sort="Medical school", institution="Kirksville", program="DO", ended="2006"
        ),
        "training": make(
            Education, provider=who, sort="Residency", institution="Des Peres", started="2006", ended="2011"
        ),
        "work_history": make(WorkHistory, provider=who, employer="Gateway", position="Surgeon", started="2011"),
        "affiliation": make(Affiliation, provider=who, hospital="St. Odile", started="2012"),
        "references": make(Reference, application=asked, name="P. Lang", received=TODAY - timedelta(days=9)),
    }


def told(asked: Application, on: date = TODAY) -> dict[str, verified_history.Seen]:
    file = dossier.of_application(asked.id)
    assert file is not None
    return {each.element: each for each in (*verified_history.learned(file, on), *verified_history.summed(file, on))}


@pytest.mark.parametrize(
    ("element", "line"),
    (("education", "Medical school"), ("training", "Residency"), ("work_history", "Work history"),
     ("affiliation", "Affiliations"), ("references", "References")),
)  # fmt: skip
def test_each_is_verified_by_itself_and_said_with_source_day_and_age(
    asked: Application, all_of: dict[str, Any], element: str, line: str, assert_undoable: Any
) -> None:
    about = all_of[element]
    assert verifying_history.element_of(about) == element
    where = verifying_history.usual_source(element)
    look = replace(SEEN, source=where)
    assert assert_undoable(lambda: verifying_history.verify_other(element, about, look, TODAY)) == []
    assert verifying_history.standing_look(about) == Verification.get(Verification.struck.is_null())
    later = told(asked, TODAY + timedelta(days=7))
    assert (later[line].source, later[line].verified, later[line].age) == (where, "Nov 24 2026", "7 days")
    assert all(each.verified == "not verified" for name, each in later.items() if name != line)
    assert all(each.verified == "not verified" for each in told(asked, TODAY - timedelta(days=1)).values()), (
        "it was before"
    )


def test_training_that_went_on_in_one_program_is_one_line_and_what_nobody_was_asked_for_another(
    asked: Application, all_of: dict[str, Any], make: Any
) -> None:
    make(Education, provider=asked.provider, sort="Internship", institution="Des Peres", started="2005", ended="2006")
    said = told(asked)
    assert said["Internship, residency"].finding == "Des Peres, 2005 to 2011" and "Residency" not in said
    line = said["Work history, affiliations, references"]
    assert (line.finding, line.verified) == ("1 position, 1 hospital, 1 reference", "not verified")
    verifying_history.verify_other("training", all_of["training"], SEEN, TODAY)
    assert {"Internship", "Residency"} <= told(asked).keys(), "what was seen of one was not seen of the other"


def test_what_is_struck_counts_no_more(asked: Application, all_of: dict[str, Any]) -> None:
    verifying_history.verify_other("education", all_of["education"], SEEN, TODAY)
    verifying.strike(Verification.get().id, "Alvarez", "Another Morris", TODAY)
    assert told(asked)["Medical school"].verified == "not verified"
    assert verifying_history.standing_look(all_of["education"]) is None


@pytest.mark.parametrize(
    ("result", "tone", "words"), (("Differs", "warn", "says otherwise"), ("Not found", "bad", "does not know it"))
)
def test_what_the_source_says_otherwise_is_said(
    asked: Application, all_of: dict[str, Any], result: str, tone: str, words: str
) -> None:
    verifying_history.verify_other("training", all_of["training"], replace(SEEN, result=result, remark="canary"), TODAY)
    said = told(asked)["Residency"]
    assert said.tone == tone and words in said.finding and "canary" not in said.finding
    assert (said.verified == "not verified") is (result == "Not found")


def test_several_are_summed_by_the_oldest_look_and_those_left_are_counted(
    asked: Application, all_of: dict[str, Any], make: Any
) -> None:
    second = make(WorkHistory, provider=asked.provider, employer="Prairie", position="Surgeon", started="2019")
    make(WorkHistory, provider=asked.provider, employer="Leave", position="", time_off="Family", started="2018")
    make(WorkHistory, provider=asked.provider, employer="Third", position="Surgeon", started="2020")
    old = replace(SEEN, source="Employer", on=TODAY - timedelta(days=30), reason="Late")
    verifying_history.verify_other("work_history", all_of["work_history"], old, TODAY)
    verifying_history.verify_other("work_history", second, replace(SEEN, source="Employer"), TODAY)
    said = told(asked)["Work history"]
    assert (said.finding, said.age, said.source) == ("3 positions, 2 verified", "30 days", "Employer")


def test_the_file_shows_it_and_the_evidence_is_kept(asked: Application, all_of: dict[str, Any], tmp_path: Path) -> None:
    (page := tmp_path / "ama.pdf").write_bytes(b"%PDF-1.4 seen")
    wrong = verifying_history.verify_other("education", all_of["education"], replace(SEEN, source=""), TODAY, page)
    assert [each.field for each in wrong] == ["source"] and not Document.select().exists()
    assert verifying_history.verify_other("education", all_of["education"], SEEN, TODAY, page) == []
    assert Verification.get().document == Document.get()
    policy = settings.load(Policy)
    shown = [part.lines(asked.provider.id, TODAY, policy) for part in (EDUCATION_PART, WORK_PART, AFFILIATIONS_PART)]
    assert sorted(each.texts[-1] for each in shown[0]) == ["Nov 24 2026 · School or program", "Stated, not verified"]
    assert {each.texts[-1] for part in shown[1:] for each in part} == {"Stated, not verified"}


def test_the_source_of_last_time_is_proposed_by_element(all_of: dict[str, Any]) -> None:
    look = replace(SEEN, source="AOA Physician Profile", method="Report")
    assert verifying_history.verify_other("education", all_of["education"], look, TODAY) == []
    assert verifying_history.usual_source("education") == "AOA Physician Profile"
    assert verifying_history.usual_source("training") == "School or program"
    last = verifying_history.last_look("education")
    assert last is not None and last.method == "Report"


def test_what_the_office_lacks_altogether_is_named(asked: Application, make: Any) -> None:
    file = dossier.of_application(asked.id)
    assert file is not None
    assert list(verified_history.lacking(file)) == ["medical school", "postgraduate training", "work history"]
    assistant = make(Provider, last="Lopez", first="Ana", degree="PA-C")
    other = make(Application, provider=assistant, sort="Initial appointment")
    make(Education, provider=assistant, sort="Undergraduate", institution="State")
    file = dossier.of_application(other.id)
    assert file is not None and list(verified_history.lacking(file)) == ["professional school", "work history"]
