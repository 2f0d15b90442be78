"""What typed words say of a standing elsewhere: good, bad, or to be read; and which notes tell of something that befell somebody."""

import pytest

from workbench.rules import review
from workbench.rules.standing_words import BAD, GOOD, READ, speaks_of_it, standing

ELSEWHERE = review.rules()["elsewhere"]


@pytest.mark.parametrize(
    "said",
    [
        *(
            "",
            "Good standing",
            "GS",
            "Resigned in good standing",
            "Active",
            "Voluntarily resigned",
            "Good; no restrictions",
        ),
        *("Never disciplined", "No longer a member", "In good standing, no adverse action on record", "Inactive"),
        *(
            "In good standing since 2019",
            "Resigned 2019 in good standing",
            "Good standing as of 5/2021",
            "2015 - present",
        ),
        *("Active 3/1/2015 to 12/31/2019, good standing", "Active/Good", "left March 2019", "was never disciplined"),
        *(
            "Contract ended 2020",
            "Hospital closed",
            "Completed residency 6/30/2012",
            "Not on staff",
            "Favorable",
            "Retired",
        ),
        *("No disciplinary actions, suspensions, or limitations", "Never suspended, restricted, or terminated"),
        *(
            "Left 2019; restrictions: none",
            "None reported",
            "No history of disciplinary action",
            "was active; is not member",
        ),
        *("N/A", "n/a", "-", "--", "Unknown", "Not stated", "No response", "None"),
    ],
)
def test_a_standing_that_is_plainly_good_or_not_said(said: str) -> None:
    assert standing(said, ELSEWHERE) == GOOD


@pytest.mark.parametrize(
    "said",
    [
        *(
            "Terminated for cause",
            "Not in good standing",
            "No longer in good standing",
            "Suspended",
            "Under review",
            "Fired",
        ),
        *("Resigned while under investigation", "Active, privileges reduced", "Good standing until 2019, then revoked"),
        *(
            "Involuntary",
            "Never disciplined but suspended",
            "never disciplined, suspended 2019",
            "Resigned to avoid review",
        ),
        *(
            "Resigned in lieu of termination",
            "Summarily suspended",
            "Privileges were suspended",
            "No complaints until suspended",
        ),
        *(
            "Discharged",
            "Removed from staff",
            "Quality concerns",
            "revoked privileges 2019",
            "No longer a member: fired",
        ),
        *(
            "Left without notice while under investigation",
            "Not eligible for rehire",
            "Good, no concerns other than a suspension",
        ),
    ],
)
def test_a_standing_that_is_plainly_bad(said: str) -> None:
    assert standing(said, ELSEWHERE) == BAD


@pytest.mark.parametrize(
    "said",
    [
        *(
            "No record of this person",
            "Ask Dr. Lang",
            "Ausgeschlossen",
            "Left under a cloud",
            "Good standing?! see letter",
        ),
        *("Good standing?", "No", "Never", "Nothing good", "Leave of absence", "Good standing with no privileges"),
        *(
            "Resigned at request of hospital",
            "Contract ended by hospital",
            "resigned without full privileges",
            "Denied",
        ),
    ],
)
def test_a_standing_that_somebody_has_to_read(said: str) -> None:
    assert standing(said, ELSEWHERE) == READ


@pytest.mark.parametrize(
    "said",
    [
        *(
            "Resigned while an investigation was pending.",
            "Privileges were restricted for six months",
            "Investigation 2018",
        ),
        *(
            "Contract not renewed",
            "Membership non-renewed",
            "Summary suspension 2019",
            "No investigation. Was suspended once",
        ),
        *(
            "Fired",
            "He was let go",
            "Discharged",
            "Removed from call schedule",
            "privileges summarily pulled",
            "On probation",
        ),
        *(
            "no longer employed: quality concerns",
            "no complaints until suspended in 2019",
            "Not voluntary",
            "placed on leave",
        ),
        *(
            "Asked to step down",
            "Privileges lapsed under review",
            "no longer under investigation",
            "Membership terminated",
        ),
    ],
)
def test_a_note_that_tells_of_an_event(said: str) -> None:
    assert speaks_of_it(said, ELSEWHERE)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "Never under investigation",
            "No termination or suspension",
            "was not terminated, resigned",
            "Moved to Illinois",
        ),
        *("Resigned, no investigation pending", "privileges never reduced", "terminated without cause", "Probationary"),
        *("Principal investigator", "Director, Center for Clinical Investigation", "Investigational drug service"),
        *("Chair, disciplinary committee", "Chair, Corrective Action Committee", "Medical director, probation clinic"),
        *(
            "Physician, Termination of pregnancy service",
            "Psychiatrist, involuntary commitment unit",
            "Quality of Care Committee",
        ),
        *(
            "Clinic closed, terminated all staff",
            "Discharge planning physician",
            "Impaired physicians program",
            "Laid off",
        ),
    ],
)
def test_a_note_that_tells_of_none_or_names_a_department(said: str) -> None:
    assert not speaks_of_it(said, ELSEWHERE)
