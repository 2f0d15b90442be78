"""A file traced element by element: what was seen, where, by whom, how old, what is found by which citation; and the decisions."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.rules.files_by_hand import Clean, back, change
from workbench.actions import pulling, tracing_files
from workbench.errors import WorkbenchError
from workbench.lists import tracing
from workbench.papers.pictures import Pages
from workbench.records.application import Application
from workbench.records.background import Education
from workbench.records.committee import Committee
from workbench.records.conduct import AdverseAction, Fppe
from workbench.records.credential import Credential
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.requirement import Requirement
from workbench.records.verification import Verification, VerificationSource
from workbench.store import history, settings


@pytest.fixture
def file(office: Any, make: Any) -> Clean:
    """Verified twice at the board; its coverage is over; a reappointment that the board approved with conditions."""
    with history.step("Where it is"):
        settings.save(state="IL")
    made = Clean(make, "Abbott")
    board = make(VerificationSource, name="idfpr.illinois.gov", primary="license")
    for done, by in ((back(200), "Old"), (back(30), "Ann"), (back(1), "Struck")):
        made.of(Verification, element="license", credential=made.license, source=board, done=done, by=by)
    last = Verification.get(Verification.by == "Struck")
    change(last, struck=back(), struck_by="Ann", struck_why="Another person")
    change(made.coverage, expires=back(3))
    asked = made.of(
        Application, sort="Reappointment", stage="Closed", received=back(90), chair_on=back(60), told=back(10)
    )
    change(asked, outcome="Approved with conditions", decided=back(20), chair_view="Recommend with conditions")
    body = make(Committee, name="Board of Trustees", level="Governing board")
    meeting = make(Meeting, committee=body, held=back(20), state="Held")
    make(
        AgendaItem,
        meeting=meeting,
        application=asked,
        outcome="Approved with conditions",
        conditions="Proctored canary",
    )
    made.credential("health", title="TB canary", expires=back(5))
    made.of(Fppe, sort="For cause", starts=back(50), remarks="canary")
    made.of(AdverseAction, sort="Suspension", imposed=back(60), summary=True, remarks="canary")
    return made


def test_each_element_says_where_when_by_whom_how_old_and_what_is_found(file: Clean, TODAY: date) -> None:
    (traced,) = tracing.of_people([file.person.id], TODAY)
    (license,) = [each for each in traced.lines if each.element == "license"]
    assert (license.source, license.by, license.done, license.age(TODAY)) == ("idfpr.illinois.gov", "Ann", back(30), 30)
    assert license.found == "Met" and "Joint Commission (formerly MS.06.01.03)" in license.citation
    (coverage,) = [each for each in traced.lines if each.element == "liability"]
    assert coverage.tone == "bad" and coverage.found.endswith("ended Nov 21 2026.") and traced.standing == "Not ready"
    npdb = next(each for each in traced.lines if each.element == "npdb")
    assert npdb.done == file.query.queried and npdb.citation == "45 CFR 60.17(a)(2)"
    assert [(each.on, each.what) for each in traced.decisions] == [
        (back(90), "Reappointment: received"),
        (back(60), "Department chair reported"),
        (back(20), "Board of Trustees: approved"),
        (back(10), "Applicant told of the decision"),
    ]


def test_what_a_surveyor_is_not_shown_is_in_the_office_s_edition_alone(file: Clean, TODAY: date) -> None:
    def pages(for_survey: bool) -> str:
        with Pages(tracing_files.sheets([file.person.id], TODAY, TODAY, "", for_survey)) as drawn:
            text = " ".join(drawn.text(number) for number in range(1, drawn.count + 1))
        return " ".join(text.split())

    survey, own = pages(True), pages(False)
    assert "This edition leaves out NPDB results, peer review and health." in survey
    for word in ("TB canary", "conditions", "Proctored", "canary", "Suspension", "suspension"):
        assert word not in survey
    for word in ("TB canary", "Proctored canary", "approved with conditions"):
        assert word in own
    assert "CONFIDENTIAL PEER REVIEW" in own and "CONFIDENTIAL PEER REVIEW" not in survey
    assert "Joint Commission (formerly" in survey and "Page 1 of 1" in survey


def test_the_worksheet_has_files_across_elements_down_and_true_days(
    file: Clean, make: Any, TODAY: date, tmp_path: Path
) -> None:
    other = Clean(make, "Baker")
    pull = pulling.chosen([file.person.id, other.person.id], TODAY)
    assert isinstance(pull, int)
    path = tmp_path / "audit.xlsx"
    assert tracing_files.worksheet([file.person.id, other.person.id], path, TODAY, "Chosen by Ann.") == 2
    book = openpyxl.load_workbook(path)
    rows = {(row[0], row[1]): row[2:] for row in book["File audit"].iter_rows(values_only=True)}
    assert rows["Element", "Detail"] == ("Abbott, MD", "Baker, MD")
    seen = rows["State license", "Date"]
    assert [each.date() for each in seen] == [back(30), back(10)]
    assert rows["State license", "Age in days"] == (30, 10)
    assert rows["File", "Standing"] == ("Not ready", "Ready by what is shown here")
    assert book["File audit"].freeze_panes == "C2"
    made = dict(book["How it was made"].iter_rows(values_only=True, max_col=2))
    assert made["Pulled"] == "Chosen by Ann." and made["As of"] == "Nov 24 2026"
    said = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    assert "canary" not in said


def test_a_surveyor_cannot_tell_a_file_that_is_ready_from_one_that_is_not_for_what_is_left_out(
    file: Clean, make: Any, TODAY: date
) -> None:
    other = Clean(make, "Baker")
    change(file.coverage, expires=back(-300))
    change(AdverseAction.get(), summary=False)
    both = [file.person.id, other.person.id]
    survey, own = (tracing.of_people(both, TODAY, each) for each in (True, False))
    assert [each.standing for each in own] == ["Not ready", "Ready"]
    assert {each.standing for each in survey} == {"Ready by what is shown here"}


def test_two_of_one_sort_are_told_apart(file: Clean, TODAY: date) -> None:
    for specialty in ("Cardiology", "Geriatrics"):
        file.credential("board", title=specialty, number="284410", expires=back(-300))
        file.of(Education, sort="Fellowship", program=specialty, institution="Rush")
    (traced,) = tracing.of_people([file.person.id], TODAY)
    assert [each.what for each in traced.lines if each.element == "board"] == [
        "Board certification Cardiology 284410",
        "Board certification Geriatrics 284410",
    ]
    (schools,) = [each.what for each in traced.lines if each.element == "education"]
    assert schools == "Fellowship, Cardiology, Rush; Fellowship, Geriatrics, Rush"


def test_a_surveyor_is_told_of_no_evaluation_for_cause(file: Clean, TODAY: date) -> None:
    change(Fppe.get(Fppe.sort == "For cause"), ends=back(5))
    survey, own = (tracing.of_people([file.person.id], TODAY, each)[0].lines for each in (True, False))
    assert any("evaluation for cause" in each.found for each in own)
    assert not any("evaluation" in each.found and each.tone for each in survey)


def test_a_surveyor_is_told_of_no_health_requirement_that_is_missing(file: Clean, make: Any, TODAY: date) -> None:
    make(Requirement, element="health", need="Required")
    change(Credential.get(Credential.title == "TB canary"), past=True)
    survey, own = (str(tracing.of_people([file.person.id], TODAY, each)[0].lines) for each in (True, False))
    assert "No health requirement is on file" in own and "health" not in survey


def test_files_that_are_gone_are_said_so(office: Any, TODAY: date) -> None:
    with pytest.raises(WorkbenchError, match="Pull files anew"):
        tracing_files.sheets([99], TODAY, TODAY)
