"""Who is a peer: by the degrees of referee and applicant, and nobody is doubted who says none."""

from dataclasses import replace

import pytest

from workbench.records.policy import OR_A_PHYSICIAN, Policy
from workbench.rules.disciplines import disciplines, is_same

POLICY = Policy()
ALONE = replace(POLICY, app_peers=OR_A_PHYSICIAN[0])


@pytest.mark.parametrize(("provider_type", "degrees", "same"), [
    ("Physician", "MD", True),
    ("Physician", "M.B., B.Ch.", True),
    ("Physician", "DO, FACOS", True),
    ("Physician", "", True),
    ("Physician", "FACS", True),  # tells of no discipline
    ("Physician", "NP", False),
    ("Physician", "DC", False),
    ("Physician", "DDS", False),
    ("Dentist", "DMD, MD", True),
    ("Dentist", "MD", False),
    ("Nurse practitioner", "APRN, FNP-BC", True),
    ("Nurse anesthetist", "CRNA", True),
    ("Nurse anesthetist", "DNP, APRN", True),
    ("Physician assistant", "PA-C", True),
    ("Physician assistant", "NP", False),
    ("Other", "MD", True),
    ("", "NP", True),
])  # fmt: skip
def test_a_peer_is_of_the_same_discipline(provider_type: str, degrees: str, same: bool) -> None:
    assert is_same(provider_type, degrees, POLICY) is same


@pytest.mark.parametrize("provider_type", ["Physician assistant", "Nurse practitioner", "Nurse midwife"])
def test_whether_a_physician_is_a_peer_of_advanced_practice_is_the_offices_word(provider_type: str) -> None:
    assert is_same(provider_type, "MD", POLICY) and not is_same(provider_type, "MD", ALONE)
    assert not is_same("Pharmacist", "MD", POLICY)


def test_degrees_of_two_disciplines_are_of_both() -> None:
    assert disciplines("MD, DDS") == {"Physician", "Dentist"} and disciplines("PhD") == frozenset()
