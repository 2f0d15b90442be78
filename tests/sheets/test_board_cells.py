"""What stands behind a board: read where it is what boards certify, told where it is not sure, never stored with the board."""

import pytest

from workbench.sheets.cell import board_cells, board_names

READ = {
    "AOBIM Internal Medicine": ("AOBIM", "Internal Medicine"),
    "ABPM&R Physical Medicine": ("ABPM&R", "Physical Medicine"),
    "Abpath Clinical Pathology": ("Abpath", "Clinical Pathology"),
    "ABPath AP/CP": ("ABPath", "AP/CP"),
    "ANCC Family Nurse Practitioner": ("ANCC", "Family Nurse Practitioner"),
    "NCCPA PA-C": ("NCCPA", "PA-C"),
    "ABXYZ/Internal Medicine": ("ABXYZ", "Internal Medicine"),
    "ABIM (Cardiology)": ("ABIM", "Cardiology"),
    "Amer Bd of Path - Clinical Pathology": ("Amer Bd of Path", "Clinical Pathology"),
    "AOBNMM Neuromusculoskeletal Medicine": ("AOBNMM", "Neuromusculoskeletal Medicine"),
    "American Board of Pathology": ("American Board of Pathology", None),
    "American Board of Psychiatry and Neurology": ("American Board of Psychiatry and Neurology", None),
    "American Board of Pediatrics (ABP)": ("American Board of Pediatrics (ABP)", None),
    "ABPath": ("ABPath", None),
    "Internal Medicine": (None, "Internal Medicine"),
    "ABP, American Board of Pediatrics": ("ABP, American Board of Pediatrics", None),
    "Internal Medicine ABIM": ("ABIM", "Internal Medicine"),
    "Surgery (ABS)": ("ABS", "Surgery"),
    "FNP-BC, ANCC": ("ANCC", "FNP-BC"),
    "American Board of Cosmetic Surgery": ("American Board of Cosmetic Surgery", None),
    "Royal College of Physicians": ("Royal College of Physicians", None),
}
TOLD = (
    "ABIM Diplomate",
    "ABIM initial exam",
    "ABXYZ Something Else",
    "ABS - recertified",
    "ABP, board eligible",
    "RCPSC Internal Medicine",
    "Royal College of Physicians Internal Medicine",
    "National Board of Physicians and Surgeons Internal Medicine",
    "American Osteopathic Board of Internal Medicine Cardiology",
)


def certification(said, cell):
    people = [["Poe, Ed, MD", "1679576722", cell], ["Ngo, Ann, MD", "1382810863", "ABS"]]
    row, _ = said([["Name", "NPI", "Board"], *people])
    return tuple(row.values.get(f"board.{part}") for part in ("issuer", "title")), row.problems, row.notes


@pytest.mark.parametrize("cell", READ)
def test_what_a_board_certified_stands_apart_from_it(said, cell):
    assert certification(said, cell) == (READ[cell], [], ())


@pytest.mark.parametrize("cell", TOLD)
def test_what_is_not_known_behind_a_board_is_told(said, cell):
    found, problems, notes = certification(said, cell)
    assert found == (None, None) and len(problems) + len(notes) == 1


def test_certified_by_is_the_board(one):
    table = [["Name", "NPI", "Board Certified By"], ["Poe, Ed, MD", "1679576722", "ABIM"]]
    assert one(table).columns[2] == "board.issuer"


@pytest.mark.parametrize(("text", "known"), [("abpath", True), ("ABPM&R", True), ("ABXYZ", False), ("am board", False)])
def test_letters_of_boards_are_known_in_any_case(text, known):
    assert board_names.is_short(text) is known


def test_no_board_holds_nothing_more():
    assert not board_cells.hold_more("Internal Medicine") and board_cells.hold_more("ABIM - Cardiology")


@pytest.mark.parametrize(
    "title", ["Critical Care Surgery", "Adult Reconstructive Orthopedic Surgery", "Hematology Oncology"]
)
def test_a_specialty_of_several_words_is_no_board(title):
    assert not board_cells.hold_more(title)
