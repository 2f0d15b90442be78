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
