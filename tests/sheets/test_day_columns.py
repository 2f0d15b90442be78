"""Days that one cell alone does not tell: swapped by Excel, packed, counted, months and years alone, words beside them."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, book, saved, told
from workbench.sheets.asking import Replies
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import LIFETIME, understand

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1155211448"]
DEAS = ["BS5960655", "FS1234563"]
NAMES = [
    "Ngo, Ruth, MD",
    "Morris, Vikram, DO",
    "Okafor, Pieter, MD",
    "Smith, Ann, MD",
    "Johnson, Arjun, MD",
    "Yu, Li, DO",
]


@pytest.fixture
def dated(tmp_path):
    """A real workbook whose license column has these expirations."""

    def make(*cells, beside=None):
        head = ["Name", "NPI", "License #", "Lic Exp", *(["DEA", "DEA Exp"] if beside else [])]
        rows = [
            [NAMES[i], NPIS[i], f"036-{1000 + i}", cell, *([DEAS[i], beside[i]] if beside else [])]
            for i, cell in enumerate(cells)
        ]
        return saved(tmp_path / "roster.xlsx", [head, *rows])

    return make


def expirations(workbook, **options):
    return [values.get("license.expires") for values in told(workbook, **options)]


def test_excel_made_dates_of_texts_that_name_the_day_first_and_this_asks(dated):
    book = dated(date(2027, 4, 3), date(2027, 11, 12), "25/06/2027", "30/09/2026", "13/01/2028")
    (question,) = asked(book)
    assert question.rows == 5 and "swapped day and month" in question.about and question.chosen == "left out"
    assert expirations(book) == [None] * 5
    turned = expirations(book, answers=Replies({question.key: "day"}))
    assert turned == [date(2027, 3, 4), date(2027, 12, 11), date(2027, 6, 25), date(2026, 9, 30), date(2028, 1, 13)]


def test_true_dates_that_an_excel_abroad_swapped_ask_and_the_texts_are_read(dated):
    book = dated(date(2027, 4, 3), date(2027, 11, 12), "06/25/2027", "09/30/2026", "01/13/2028")
    (question,) = asked(book)
    assert question.rows == 2 and "true dates" in question.about
    assert expirations(book) == [None, None, date(2027, 6, 25), date(2026, 9, 30), date(2028, 1, 13)]
    assert expirations(book, answers=Replies({question.key: "swapped"}))[:2] == [date(2027, 3, 4), date(2027, 12, 11)]
    assert expirations(book, answers=Replies({question.key: "stand"}))[:2] == [date(2027, 4, 3), date(2027, 11, 12)]


def test_texts_that_name_the_day_first_are_never_read_as_months(dated):
    book = dated("04/03/2027", "25/06/2027", "05/07/2027")
    assert expirations(book) == [None] * 3 and len(asked(book)) == 1


def test_a_usual_mixture_of_true_dates_and_texts_asks_nothing(dated):
    book = dated(date(2027, 4, 30), date(2027, 11, 12), "6/5/2027", "09/30/2026", "01/13/28")
    assert asked(book) == [] and expirations(book)[2] == date(2027, 6, 5)


def test_excels_count_of_days_is_read_and_said(dated):
    book = dated(46203, 46387, date(2027, 1, 31))
    (question,) = asked(book)
    assert expirations(book) == [date(2026, 6, 30), date(2026, 12, 31), date(2027, 1, 31)]
    assert "46203" in question.about and "06/30/2026" in question.chosen and question.rows == 2


def test_a_packed_day_that_lost_its_zero_gets_it_back(dated):
    assert expirations(dated(63026, 123127, 93028)) == [date(2026, 6, 30), date(2027, 12, 31), date(2028, 9, 30)]


def test_a_packed_day_beside_a_column_written_so(dated):
    book = dated(63026, 43027, beside=["063026", "123126"])
    assert expirations(book) == [date(2026, 6, 30), date(2027, 4, 30)]


def test_five_digits_that_can_be_two_days_ask(dated):
    book = dated(43026, date(2027, 1, 31), date(2026, 6, 15))
    (question,) = asked(book)
    assert expirations(book)[0] is None and "43026" in question.about
    assert expirations(book, answers=Replies({question.key: "packed"}))[0] == date(2026, 4, 30)
    assert expirations(book, answers=Replies({question.key: "serial"}))[0] == date(2017, 10, 18)


@pytest.mark.parametrize("cell", ["6/2026", "Jun 2026", "June-2026", "2026-06", "06/2026"])
def test_a_month_without_a_day_asks_once_for_the_column(dated, cell):
    book = dated(cell, date(2027, 1, 31), cell)
    (question,) = asked(book)
    assert question.rows == 2 and expirations(book) == [None, date(2027, 1, 31), None]
    assert expirations(book, answers=Replies({question.key: "last"}))[0] == date(2026, 6, 30)
    assert expirations(book, answers=Replies({question.key: "first"}))[0] == date(2026, 6, 1)


def test_a_year_alone_is_no_count_of_days(dated):
    book = dated(2031, "2029", date(2027, 1, 31))
    assert expirations(book) == [None, None, date(2027, 1, 31)]
    assert expirations(book, answers=Replies({asked(book)[0].key: "last"}))[:2] == [
        date(2031, 12, 31),
        date(2029, 12, 31),
    ]


@pytest.mark.parametrize(
    "cell,day,words",
    [
        ("7/31/26 renewed, waiting on copy", date(2026, 7, 31), "renewed, waiting on copy"),
        ("7/31/2026 - per board website", date(2026, 7, 31), "per board website"),
        ("exp 7/31/26", date(2026, 7, 31), ""),
        ("Exp. 07/31/2026 (copy requested)", date(2026, 7, 31), "copy requested"),
        ("Jul 31, 2026, see file", date(2026, 7, 31), "see file"),
        ("Lifetime (grandfathered)", LIFETIME, "grandfathered"),
    ],
)
def test_words_beside_a_day_are_kept_and_the_day_is_read(dated, cell, day, words):
    values = told(dated(cell, date(2027, 1, 31)))[0]
    assert values["license.expires"] == day
    assert values.get("provider.notes", "") == (f"License expires: {words}" if words else "")


@pytest.mark.parametrize(
    "cell",
    [
        "7/31/26 or 7/31/28",
        "7/31/26?",
        "maybe 7/31/27",
        "renewed 7/31/26",
        "7/31/26 - 7/31/28",
        "7/31/26 7/31/28",
        "7/31/28 -> 7/31/26",
        "eff 7/31/26",
    ],
)
def test_what_may_be_another_day_is_left_out_and_the_person_comes_in(dated, cell):
    (reading,) = recognize(dated(cell, date(2027, 1, 31)))
    first = next(understand(reading))
    assert "license.expires" not in first.values and not first.problems and cell in first.notes[0]


def test_a_day_that_is_none_is_a_problem(dated):
    with pytest.raises(AssertionError):
        told(dated("6/31/26", date(2027, 1, 31)))


@pytest.mark.parametrize(
    ("cell", "day", "words"),
    [
        ("7/31/2024 -> 7/31/2027", date(2027, 7, 31), "was 7/31/2024"),
        ("7/31/2024 renewed to 7/31/2027", date(2027, 7, 31), "was 7/31/2024"),
        ("7/31/2027 (was 7/31/2024)", date(2027, 7, 31), "was 7/31/2024"),
        ("Jul 31, 2027 (was Jul 31, 2024)", date(2027, 7, 31), "was Jul 31, 2024"),
        ("7/31/2027; verified 1/2/26", date(2027, 7, 31), "verified 1/2/26"),
        ("7\u201331\u20132027", date(2027, 7, 31), ""),
        ("\u202d7\u221231\u22122027\u202c", date(2027, 7, 31), ""),
    ],
)
def test_of_two_days_the_words_tell_which_one_holds(dated, cell, day, words):
    (reading,) = recognize(dated(cell, date(2027, 1, 31)))
    first = next(understand(reading))
    assert first.values["license.expires"] == day
    assert first.values.get("provider.notes", "") == (f"License expires: {words}" if words else "")


def test_a_column_whose_every_day_has_a_word_beside_it_is_one_of_days(dated):
    assert expirations(dated("7/31/2027 ok", "8/31/2027 ok", "9/30/2027 - copy", "10/31/2027 ok")) == [
        date(2027, 7, 31),
        date(2027, 8, 31),
        date(2027, 9, 30),
        date(2027, 10, 31),
    ]


@pytest.mark.parametrize("cell", ["Pending", "Pending - sent to board", "N/A", "applied 11/2"])
def test_a_license_that_is_still_to_come_has_no_day(dated, cell):
    assert expirations(dated(cell, date(2027, 1, 31))) == [None, date(2027, 1, 31)]


def test_a_count_of_days_beside_a_packed_column_stays_one(tmp_path):
    table = [
        ["Name", "NPI", "DOB", "ACLS Exp"],
        [NAMES[0], NPIS[0], 30635, "063026"],
        [NAMES[1], NPIS[1], 29999, "123127"],
    ]
    first = told(saved(tmp_path / "r.xlsx", table))[0]
    assert first["provider.birth_date"] == date(1983, 11, 15) and first["acls.expires"] == date(2026, 6, 30)


@pytest.mark.parametrize("sign", [".", "/", "-"])
def test_days_that_can_only_stand_before_the_month_are_read_and_said(sign):
    texts = [sign.join((f"{day}", "03", "2027")) for day in (14, 25, 31)]
    workbook = book([["NPI", "License #", "Lic Exp"], *[[f"{n}", f"A-{n}", text] for n, text in enumerate(texts, 1)]])
    (reading,) = recognize(workbook)
    assert [row.values["license.expires"] for row in understand(reading)] == [
        date(2027, 3, day) for day in (14, 25, 31)
    ]
    (question,) = asked(workbook)
    assert "day before the month" in question.about and question.rows == 3


def test_such_a_column_makes_the_others_of_the_file_doubtful():
    rows = [[f"{n}", f"A-{n}", f"{day}.03.2027", "05.06.2020"] for n, day in enumerate((14, 25, 31))]
    workbook = book([["NPI", "License #", "Lic Exp", "Lic Issued"], *rows])
    (reading,) = recognize(workbook)
    assert all("license.issued" not in row.values for row in understand(reading))
    assert any("Lic Issued" in question.about and question.options for question in asked(workbook))


@pytest.mark.parametrize("written", ["{}/{:02}/{:02}", "{}/{}/{}", "{}-{}-{}", "{}.{:02}.{:02}", "{} {:02} {:02}"])
def test_days_that_begin_with_the_year_are_days_whatever_stands_between(dated, written):
    days = [date(2029, 8, 19), date(2027, 1, 15), date(2028, 12, 3), date(2029, 10, 1), date(2027, 2, 28)]
    book = dated(*[written.format(day.year, day.month, day.day) for day in days])
    assert expirations(book) == days and not asked(book)
    assert all("license2.number" not in values for values in told(book))
