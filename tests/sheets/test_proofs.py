"""Headings that as often mean something else: Discipline, Class, Unit, Board, COI; believed only where the cells show it."""

from datetime import date, timedelta

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.recognizing import recognize
from workbench.store.database import database

NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Xu, Li, MD"]
NPIS = ["1382810863", "1683432102", "2347597421", "1234567893"]
PAST = [date(2015, 1 + n, 3 + n) for n in range(4)]
TO_COME = [database.clock().date() + timedelta(300 + n) for n in range(4)]


def columns(*heads, cells, before=(), beside=(), **options):
    """The targets of columns under these headings; `before` and `beside` are headings and one value of others."""
    table = [["Name", "NPI", *before[:1], *heads, *beside[:1]]]
    for n, name in enumerate(NAMES):
        table.append([name, NPIS[n], *before[1:], *(cells[n % len(cells)] for _ in heads), *beside[1:]])
    (reading,) = recognize(book(table), **options)
    return [reading.columns[2 + len(before[:1]) + n] for n in range(len(heads))], reading


def column(heading, *cells, **options):
    return columns(heading, cells=cells, **options)[0][0]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Discipline", ["None", "No", "Probation 2019", "Letter of reprimand 2021"]),
        ("Discipline", ["Censure", "Public reprimand"]),
        ("Appt Type", ["Initial", "Reappt"]),
        ("Appointment Type", ["Reappointment", "Initial"]),
        ("Class of", ["1999", "2001"]),
        ("Class", ["A1", "B2"]),
        ("Type", ["Initial", "Reappt"]),
        ("Privilege Status", ["Active", "Temp"]),
        ("Privileges Status", ["Full", "Provisional"]),
        ("Board", ["Approved", "Tabled"]),
        ("Board", ["Deferred 6/1", "Approved"]),
        ("Board", PAST),
        ("Board Date", PAST),
        ("Boards", ["None noted", "Some noted"]),
        ("Certificate Exp", TO_COME),
        ("Cert #", ["A123", "B456"]),
        ("Certificate", ["AB-100", "AB-101"]),
        ("Certification", ["100234", "100235"]),
        ("Recert Date", TO_COME),
        ("Certifications", ["ACLS 3/1/27", "BLS 4/1/27"]),
        ("Board Certification", ["ACLS 2027", "ABIM 2030"]),
        ("Unit", ["ICU", "OR"]),
        ("Alias", ["JS1", "AB2"]),
        ("Alias", ["jsmith", "rngo"]),
        ("Alias", ["JS", "RN"]),
        ("COI", PAST),
        ("COI", ["None disclosed", "On file"]),
        ("Specialty", ["207R00000X", "208000000X"]),
        ("Second Specialty", ["207RC0000X"]),
        ("Department", ["7010", "7020"]),
        ("Group", ["1", "2"]),
        ("City", ["60601", "60602"]),
        ("Policy #", ["Signed", "Not signed"]),
        ("Office", ["2104", "2105"]),
    ],
)
def test_what_cells_do_not_show_is_left_out_and_said(heading, cells):
    ((target,), reading) = columns(heading, cells=cells)
    assert target is None
    assert any(f": {heading} is left out" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("heading", "cells", "target"),
    [
        ("Discipline", ["Cardiology", "General Surgery"], "provider.specialty"),
        ("Discipline", ["MD", "DO"], "provider.degree"),
        ("Appointment Type", ["Active", "Courtesy"], "provider.category"),
        ("Class", ["Courtesy", "Active"], "provider.category"),
        ("Privilege Status", ["Active", "Suspended"], "provider.status"),
        ("Privilege Status", ["Active", "Courtesy"], "provider.category"),
        ("Cat.", ["A", "C", "P"], "provider.category"),
        ("Board", ["ABIM", "ABS"], "board.issuer"),
        ("Board", ["ABIM 2031", "ABS 2030"], "board.issuer"),
        ("Board", ["Internal Medicine", "Urology"], "board.title"),
        ("Board", TO_COME, "board.expires"),
        ("Board Cert Exp", PAST, "board.expires"),
        ("Unit", ["Ste 4", "12B"], "provider.street2"),
        ("Alias", ["Jones", "Ng"], "provider.former_names"),
        ("COI", TO_COME, "liability.expires"),
        ("COI", [f"ISMIE\n{day:%m/%d/%Y}" for day in TO_COME], "liability.issuer"),
        ("Specialty", ["Cardiology", "207R00000X", "Urology", "Pediatrics"], "provider.specialty"),
        ("Office", ["217-555-0100", "217-555-0101"], "provider.phone"),
        ("Contact Phone", ["217-555-0100", "217-555-0101"], "provider.phone"),
    ],
)
def test_what_cells_show_is_believed(heading, cells, target):
    assert column(heading, *cells) == target


def test_a_name_of_the_offices_list_shows_it_too():
    lists = {"specialty": ["Hyperbaric"], "category": ["Senior"], "department": ["7010"]}
    for heading, cell in (("Discipline", "Hyperbaric"), ("Class", "Senior"), ("Department", "7010")):
        assert column(heading, cell) is None
        assert column(heading, cell, lists_of_office=lists) is not None


@pytest.mark.parametrize(
    ("heading", "cells", "target"),
    [
        ("Certificate Exp", TO_COME, "board.expires"),
        ("Board Date", PAST, "board.issued"),
        ("Cert Date", PAST, "board.issued"),
    ],
)
def test_beside_the_name_of_a_board_a_certificate_is_its(heading, cells, target):
    assert column(heading, *cells, before=("Board Certification", "ABIM")) == target


@pytest.mark.parametrize("heading", ["Cert Date", "Initial", "MOC Date"])
def test_a_day_of_a_certificate_is_not_the_licenses(heading):
    assert not str(column(heading, *PAST, before=("License Exp", date(2030, 1, 2)))).startswith("license")


@pytest.mark.parametrize("heading", ["Name on License", "DEA Name", "License Name", "Name on Board Certificate"])
def test_the_name_on_a_license_is_nobodys_issuer(heading):
    assert column(heading, *NAMES, before=("License", "036-1")) is None
