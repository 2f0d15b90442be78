"""Times off in a work history: what is one whatever it is called, and what only sounds so."""

import pytest

from workbench.rules import times_off
from workbench.rules.times_off import is_time_off


@pytest.mark.parametrize(
    ("employer", "position"),
    (
        ("Chemotherapy at Mayo Clinic", "Leave of absence"), ("Chemotherapy at Mayo Clinic", "Patient"),
        ("Chemotherapy at Mayo Clinic", ""), ("Chemotherapy at Mayo Clinic", "Surgeon"), ("Inpatient detox", "Medical leave"),
        ("Maternity leave", "Leave"), ("Maternity leave", "Mother"), ("Medical Leave", "none"), ("St. Odile Hospital", "On leave"),
        ("St. Odile Hospital", "Leave of absence (medical)"), ("Disability", "Disabled surgeon"), ("Disability", ""),
        ("Short-term disability", "Surgeon"), ("Illness", "n/a"), ("Recovering from surgery", ""), ("Home", "Recovering"),
        ("Betty Ford Center", "Patient"), ("Hazelden", "In treatment"), ("Prairie Clinic", "Sick"), ("FMLA", "Surgeon"),
        ("Self", "Sabbatical"), ("none", "Unemployed"), ("sabbatical", ""), ("Time off: family", ""), ("Treatment", "Patient"),
        ("Mayo Clinic", "Hospitalized"), ("Caring for a parent", ""), ("Pregnancy", "Mother"), ("Home", "LOA"),
        ("Mayo Clinic", "Recovering from surgery"), ("Mayo Clinic", "Chemotherapy at Mayo Clinic"), ("Home", "Surgery"), ("", "Dialysis"),
        ("Rush", "Cancer, seen by an oncologist"), ("Rush", "Patient, formerly attending"), ("Mayo Clinic", "On dialysis, surgeon"),
        ("Mayo Clinic", "Surgery, back"), ("Mayo Clinic", "Chemotherapy"), ("Mayo Clinic", "Disability, surgeon"), ("N/A", "Surgery"),
        ("Rush", "Surgery after an accident, staff surgeon"), ("Mayo Clinic", "Inpatient"), ("Home", "Surgery, attending"),
        ("Rush", "Depression, attending Dr. Lee"), ("Surgery", "Surgery"), 
        ("Mayo Clinic", "Patient (rehab)"),
    ),
)  # fmt: skip
def test_a_leave_or_an_illness_is_a_time_off_in_whichever_box_it_stands(employer: str, position: str):
    assert is_time_off(employer, position, "")


@pytest.mark.parametrize(
    ("employer", "position"),
    (
        ("Moffitt Cancer Center", "Oncologist"), ("Moffitt Cancer Center", ""), ("Travelers Rest Clinic", "Surgeon"),
        ("Prairie Bone and Joint", "Surgeon"), ("Betty Ford Center", "Medical director"), ("Surgery", "Attending surgeon"),
        ("Rehabilitation Institute of Chicago", "Physiatrist"), ("St. Odile Hospital", "Patient safety officer"),
        ("Disability Determination Services", "Medical consultant"), ("St. Odile", "Director of inpatient rehabilitation"),
        ("St. Odile Hospital", "Maternity leave coverage"), ("Locum agency", "Locum for a maternity leave"),
        ("Dialysis Clinic Inc.", "Nephrologist"), ("Recovery Centers of America", "Psychiatrist"), ("Traveler Nursing", "Nurse"),
        ("Aya Healthcare", "Travel nurse"),
        ("St. Odile", "Surgery resident"), ("St. Odile", "Inpatient physician"), ("Gap Medical Group", "Physician"),
        ("St. Odile", "Treatment team physician"), ("Leave Relief Staffing", "Physician"), ("Cleaveland Clinic", "Surgeon"),
        ("Mercy Hospital", "Surgery"), ("Rush", "Surgery, Attending"), ("Rush", "Cancer, medical oncologist"), ("Rush", "radiation."),
        ("Mercy", "Dialysis, medical director"), ("Mercy", "Dialysis"), ("Mercy", "Inpatient, attending physician"),
        ("Mercy", "Transplant"),
        ("Mercy", "Surgery and trauma, attending"), ("Mercy", "Maternity – staff nurse"), ("Mercy", "Surgery (PA-C)"),
        ("Mercy", "Surgery at the main campus, attending"), ("Surgery", "PA-C"), ("Mercy", "Radiation Therapy"),
        ("Mercy", "Surgery (general)"), ("Mercy", "Patient-care coordinator"), ("Mercy", "Surgery department"),
    ),
)  # fmt: skip
def test_a_place_or_a_work_that_only_sounds_so_is_work(employer: str, position: str):
    assert not is_time_off(employer, position, "")


def test_what_the_office_says_decides():
    assert is_time_off("St. Odile Hospital", "Surgeon", "Family")


def test_a_box_may_say_that_there_is_nothing_to_write():
    assert times_off.says_nothing(" N/A ") and times_off.says_nothing("") and not times_off.says_nothing("Surgeon")
