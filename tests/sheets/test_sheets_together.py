"""Several sheets of one workbook: by category, by status, by department; and the same person on two of them."""

from tests.sheets.sheet_tables import book, saved, told
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import Replies
from workbench.sheets.decisions import Choices
from workbench.sheets.recognizing import recognize

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Smith, Ann, MD"]
HEAD = ["Name", "NPI", "License #"]


def people(*which):
    return [HEAD, *[[NAMES[i], NPIS[i], f"036-{i}"] for i in which]]


def planned(workbook, **answers):
    sheets = taken.Sheets.of(workbook, recognize(workbook, answers=Replies(**answers)))
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


def _of_a_workbook(sheets, file="roster.xlsx"):
    people = [["Poe, Ed, MD", "1679576722"], ["Coe, Cy, MD", "1683432102"]]
    titled = zip(sheets.values(), people, strict=False)
    tables = [[[title or "Roster"], ["Name", "NPI"], person] for title, person in titled]
    return recognize(book(*tables, names=tuple(sheets), file=file))


def test_a_title_that_says_what_the_sheet_says_asks_nothing():
    active, leave = _of_a_workbook({"Active": "", "LOA": "LOA — Lakeside Hospital"})
    assert leave.rows[0].carried == {"provider.status": "Leave of absence"}
    assert not [each for each in leave.questions if each.key]


def test_a_sheet_that_is_short_for_a_department_beside_others():
    surgery, peds = _of_a_workbook({"Surgery": "", "Peds": ""})
    assert [each.rows[0].carried for each in (surgery, peds)] == [
        {"provider.department": "Surgery"}, {"provider.department": "Peds"},
    ]  # fmt: skip


def test_what_a_file_has_besides_its_people_says_nothing_of_them():
    (reading,) = _of_a_workbook({"Roster": ""}, "Roster with LOA dates.xlsx")
    assert reading.rows[0].carried == {} and not reading.held
