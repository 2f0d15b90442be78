"""The chain: where an outcome sends a file, and where it leaves it."""

import pytest

from workbench.rules import chain

DEPARTMENT, CREDENTIALS, MEC, BOARD = STAGES = (
    "Department chair",
    "Credentials committee",
    "Medical executive committee",
    "Governing board",
)


@pytest.mark.parametrize(
    ("level", "stage", "outcome", "then"),
    [
        ("Department", DEPARTMENT, "Approved", CREDENTIALS),
        ("Credentials committee", CREDENTIALS, "Approved with conditions", MEC),
        ("Credentials committee", CREDENTIALS, "Not approved", MEC),
        ("Credentials committee", CREDENTIALS, "Deferred", CREDENTIALS),
        ("Credentials committee", CREDENTIALS, "Withdrawn", "Closed"),
        ("Credentials committee", CREDENTIALS, "", CREDENTIALS),
        ("Credentials committee", "Verification", "Approved", MEC),
        ("Credentials committee", BOARD, "Approved", BOARD),
        ("Medical executive committee", MEC, "Approved", BOARD),
        ("Medical executive committee", MEC, "Not approved", MEC),
        ("Governing board", BOARD, "Approved", "Closed"),
        ("Governing board", BOARD, "Not approved", "Closed"),
        ("Governing board", BOARD, "Deferred", BOARD),
        ("Expedited board committee", BOARD, "Approved", "Closed"),
        ("Expedited board committee", BOARD, "Not approved", BOARD),
        ("Other", CREDENTIALS, "Approved", CREDENTIALS),
        ("Credentials committee", "Closed", "Approved", "Closed"),
    ],
)
def test_an_outcome_sends_a_file_on_or_leaves_it(level: str, stage: str, outcome: str, then: str) -> None:
    assert chain.after(stage, level, outcome) == then


def test_a_file_is_a_committees_turn_at_its_stage_alone() -> None:
    assert chain.is_turn_of(BOARD, "Governing board") and chain.is_turn_of(BOARD, "Expedited board committee")
    assert not chain.is_turn_of(MEC, "Governing board") and not chain.is_turn_of(MEC, "Other")
