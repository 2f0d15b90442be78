"""Headings whose letters are parted by dots or other signs are the same words."""

import pytest

from workbench.sheets.column.headings import load_synonyms, meaning

SPELLINGS = (
    "{0}.{1}.{2}.",
    "{0}.{1}.{2}",
    "{0}{1}.{2}",
    "{0}.{1}{2}",
    "{0}. {1}. {2}.",
    "{0}-{1}-{2}",
    "{0}/{1}/{2}",
    "{0} {1} {2}",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("word", ["DOB", "dob", "NPI", "DEA", "FAX", "ZIP", "SSN", "TIN", "BLS"])
def test_letters_parted_in_any_way_are_one_word(word: str, spelling: str):
    synonyms = load_synonyms()
    whole, parted = meaning(word, synonyms), meaning(spelling.format(*word), synonyms)
    assert whole.known and parted == whole


@pytest.mark.parametrize(
    "text", ["D.O.B (mm/dd/yyyy)", "Physician D.O.B", "D·O·B", "D.o.B", "DoB", "D.O.B.:", "Provider D.O.B."]
)
def test_a_birth_date_is_one_among_other_words(text: str):
    assert meaning(text, load_synonyms()).targets == ("provider.birth_date",)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Lic.No", "License Number"),
        ("Exp.Dt", "Expires Date"),
        ("L.Name", "Last Name"),
        ("CA.Lic", "CA License"),
        ("Dept.Name", "Department Name"),
    ],
)
def test_words_with_a_dot_between_them_stay_two(text: str, same: str):
    assert meaning(text, load_synonyms()) == meaning(same, load_synonyms())
