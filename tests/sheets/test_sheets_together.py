"""Several sheets of one workbook: by category, by status, by department; and the same person on two of them."""

import pytest

from tests.sheets.sheet_tables import saved, told
from workbench.sheets import comparing, known
from workbench.sheets.asking import Answers
from workbench.sheets.plan import Choices
from workbench.sheets.recognizing import recognize

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Smith, Ann, MD"]
HEAD = ["Name", "NPI", "License #"]


def people(*which):
    return [HEAD, *[[NAMES[i], NPIS[i], f"036-{i}"] for i in which]]


def planned(workbook, **answers):
    sheets = comparing.Sheets.of(workbook, recognize(workbook, answers=Answers(**answers)))
    return comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)


def test_one_sheet_a_category(tmp_path):
    book = saved(tmp_path / "r.xlsx", people(0), people(1), people(2), names=("Active", "Courtesy Staff", "AHP"))
    assert [v["provider.category"] for v in told(book)] == ["Active", "Courtesy", "APP"]


def test_one_sheet_a_department(tmp_path):
    book = saved(tmp_path / "r.xlsx", people(0), people(1), names=("Surgery", "DEPT OF MEDICINE"))
    assert [v["provider.department"] for v in told(book)] == ["Surgery", "Medicine"]


def test_the_same_person_on_active_and_on_resigned_asks_which(tmp_path, office):
    book = saved(tmp_path / "r.xlsx", people(0, 1, 2), people(2, 3), names=("Active", "Resigned"))
    made = planned(book)
    assert [row.result for row in made.rows] == ["new", "new", "skipped", "skipped", "new"]
    question = next(q for q in made.questions if "which holds" in q.about)
    assert question.rows == 2 and "1 person" in question.about
    for option, status in ((question.options[0].key, "Active"), (question.options[1].key, "Resigned")):
        chosen = planned(book, chosen={question.key: option})
        at = known.AT["provider"]["status"]
        assert [row.result for row in chosen.rows] == ["new", "new", "new", "same", "new"]
        assert [row[at] for row in chosen.drafts.added["provider"]] == ["Active", "Active", status, "Resigned"]


def test_of_somebody_known_on_two_sheets_everything_but_the_status_comes_in(tmp_path, office, make):
    from workbench.records.provider import Provider

    make(Provider, last="Okafor", first="Pieter", npi=NPIS[2], status="Suspended")
    made = planned(saved(tmp_path / "r.xlsx", people(2), people(2), names=("Active", "Resigned")))
    assert [row.result for row in made.rows] == ["changed", "same"]
    assert all("status" not in effect.target for row in made.rows for effect in row.effects)


@pytest.mark.parametrize("meaning", ["Wound Care", ""])
def test_a_word_is_translated_once_the_person_said_what_it_means(tmp_path, office, meaning):
    table = [[*HEAD, "Dept"], [NAMES[0], NPIS[0], "1", "WC CTR"], [NAMES[1], NPIS[1], "2", "Surgery"]]
    book = saved(tmp_path / "r.xlsx", table)
    made = planned(book)
    assert made.rows[0].values["provider.department"] == "WC CTR" and ("Department", "WC CTR") in made.new_list_entries
    asked = next(q for q in made.questions if "WC CTR" in q.about)
    assert asked.key == "translate|department|wc ctr"
    meant = planned(book, translations={("provider.department", "wc ctr"): meaning})
    assert meant.rows[0].values.get("provider.department", "") == meaning


def test_a_word_of_a_section_line_is_translated_too(tmp_path, office):
    table = [HEAD, ["DEPARTMENT OF WOUNDS"], [NAMES[0], NPIS[0], "1"], [NAMES[1], NPIS[1], "2"]]
    meant = planned(saved(tmp_path / "r.xlsx", table), translations={("provider.department", "wounds"): "Wound Care"})
    assert [row.values["provider.department"] for row in meant.rows] == ["Wound Care"] * 2
