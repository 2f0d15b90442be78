"""Headings with a remark in brackets, a plural in brackets, words written together, a place before them, or in Spanish."""

import pytest

from workbench.sheets.column.headings import load_synonyms, meaning


def means(text):
    found = meaning(text, load_synonyms())
    return found.targets or (f"{found.sort}.{found.attributes[0]}" if found.attributes else found.sort,)


@pytest.mark.parametrize(
    "text,target",
    [
        ("Lic Exp\n(MM/YY)", "license.expires"),
        ("NPI (10 digit)", "provider.npi"),
        ("DOB (mm/dd/yyyy)", "provider.birth_date"),
        ("Degree (MD/DO/etc.)", "provider.degree"),
        ("Name (Last, First MI, Degree)", "provider.full_name"),
        ("Cell (for Dr use only)", "provider.cell"),
        ("Svc Location Zip", "provider.zip"),
        ("DEPT_DESC", "provider.department"),
        ("prac_last", "provider.last"),
        ("prac_first", "provider.first"),
        ("Subject Last Name", "provider.last"),
        ("Apellidos", "provider.last"),
        ("Especialidad", "provider.specialty"),
        ("Fecha de nacimiento", "provider.birth_date"),
        ("Correo electrónico", "provider.email"),
    ],
)
def test_a_heading_means_what_stands_outside_its_brackets(text, target):
    assert target in (means(text)[0], "".join(means(text)))


@pytest.mark.parametrize("text,sort", [("DEAExp", "dea.expires"), ("ACLSexp", "acls.expires"), ("DEA(s)", "dea")])
def test_words_written_together_and_plurals_in_brackets(text, sort):
    found = meaning(text, load_synonyms())
    assert ".".join([found.sort, *found.attributes]) == sort


@pytest.mark.parametrize("text", ["Phone (home)", "Address (billing)", "License (spouse)"])
def test_what_says_whose_it_is_is_no_aside(text):
    assert not meaning(text, load_synonyms()).known


def test_the_npi_of_a_group_is_its_practices():
    assert meaning("NPI (Group)", load_synonyms()).targets == ("practice.npi",)


def test_headings_that_are_counted_are_read_by_their_words(said):
    headings = ["1. Last Name", "2. First Name", "3. NPI", "4) License Number", "(5) License Expiration"]
    (row,) = said([headings, ["Poe", "Ed", "1679576722", "036-156251", "2/7/2029"]])
    assert (row.values["provider.last"], row.values["license.number"]) == ("Poe", "036-156251")
    assert row.values["license.expires"].year == 2029


def test_a_name_over_two_columns_of_which_the_second_has_no_heading(said):
    people = [["Whitfield", "Anthony"], ["Fairbanks", "Michael"], ["Chen", "Mary"]]
    npis = ["1679576722", "1683432102", "1382810863"]
    rows = said([["Name", "", "NPI"], *[[*p, n] for p, n in zip(people, npis, strict=True)]])
    assert [[row.values["provider.last"], row.values["provider.first"]] for row in rows] == people


def test_a_degree_on_a_line_of_its_own_below_the_name(said):
    rows = said([["Provider", "NPI"], ["Poe, Ed\nMD", "1679576722"], ["Coe, Cy\nDO, PhD", "1683432102"]])
    assert [row.values["provider.degree"] for row in rows] == ["MD", "DO, PhD"] and not rows[0].problems
