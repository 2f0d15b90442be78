"""Headings whose cells tell what they mean: Reappt, Board #1, License/Exp, Dept/Section, RN License beside APRN License."""

from datetime import date, timedelta

import pytest

from tests.sheets.sheet_tables import book, told
from workbench.sheets.asking import Replies
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand
from workbench.store.database import database

NPIS = ["1382810863", "1683432102", "2347597421"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD"]


def table(heads, *columns):
    return [["Name", "NPI", *heads], *[[NAMES[i], NPIS[i], *row] for i, row in enumerate(zip(*columns, strict=True))]]


def values(heads, *columns):
    return told(book(table(heads, *columns)))


def day(days):
    return database.clock().date() + timedelta(days)


def test_reappt_beside_the_next_one_is_the_start_of_the_term():
    first = values(["Reappt", "Next Reappt"], ["1/1/25", "6/1/25", "6/1/25"], ["12/31/26", "5/31/27", "5/31/27"])[0]
    assert first["appointment.last_reappointed"] == date(2025, 1, 1)
    assert first["appointment.ends"] == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("days", "target"),
    [((300, 400, 500), "appointment.ends"), ((-300, -400, -500), "appointment.last_reappointed")],
)
def test_reappt_alone_is_told_by_its_days(days, target):
    said = values(["Reappt"], [day(each) for each in days])
    assert [each.get(target) for each in said] == [day(each) for each in days]


@pytest.mark.parametrize(
    ("answer", "target"),
    [("out", ""), ("end", "appointment.ends"), ("start", "appointment.last_reappointed")],
)
def test_reappt_that_nothing_tells_is_asked(answer, target):
    days = [day(300), day(-3000), day(-4000)]
    (reading,) = recognize(book(table(["Reappt"], days)))
    (question,) = reading.questions
    assert question.chosen == "left out" and reading.columns[2] is None
    (reading,) = recognize(book(table(["Reappt"], days)), answers=Replies({question.key: answer}))
    assert next(iter(understand(reading))).values.get(target) == (days[0] if target else None)


def test_boards_that_are_counted_are_boards():
    said = values(["Board #1", "Board #2"], ["ABIM", "ABS", "ABIM"], ["ABS", "", "ABP"])
    assert [(each.get("board.issuer"), each.get("board2.issuer")) for each in said] == [
        ("ABIM", "ABS"),
        ("ABS", None),
        ("ABIM", "ABP"),
    ]
    assert not any("board.number" in each for each in said)


@pytest.mark.parametrize(
    ("heading", "cell", "number", "named"),
    [
        ("License/Exp", "036-1 / 6-30-27", "license.number", "036-1"),
        ("DEA/Exp", "BA7283740 / 6-30-27", "dea.number", "BA7283740"),
        ("Board/Exp", "ABS / 6-30-27", "board.issuer", "ABS"),
        ("License/Exp", "036-1 / 6/30/27", "license.number", "036-1"),
    ],
)
def test_a_value_with_its_day_behind_a_slash(heading, cell, number, named):
    for each in values([heading], [cell] * 3):
        sort = number.partition(".")[0]
        assert (each[number], each[f"{sort}.expires"]) == (named, date(2027, 6, 30))


def test_a_license_with_its_state_behind_a_slash():
    said = values(["Lic/State"], ["A 105195 / CA", "20A 9911 / CA", "G 88112 / NV"])
    assert [(each["license.number"], each["license.state"]) for each in said] == [
        ("A 105195", "CA"),
        ("20A 9911", "CA"),
        ("G 88112", "NV"),
    ]


def test_a_department_and_its_section_in_one_cell():
    said = values(["Dept/Section"], ["Surgery / Urology", "Pediatrics", "OB/GYN"])
    assert [(each["provider.department"], each.get("provider.section")) for each in said] == [
        ("Surgery", "Urology"),
        ("Pediatrics", None),
        ("OB/GYN", None),
    ]


@pytest.mark.parametrize("exp", ["{} Exp", "{} License Exp"])
def test_a_license_for_each_profession(exp):
    said = values(
        ["RN License", exp.format("RN"), "APRN License", exp.format("APRN")],
        ["041-1", "041-2", "041-3"],
        [date(2028, 5, 31)] * 3,
        ["209-1", "209-2", ""],
        [date(2027, 5, 31), date(2027, 5, 31), ""],
    )
    names = ("number", "title", "expires")
    assert [said[0][f"license.{name}"] for name in names] == ["041-1", "RN", date(2028, 5, 31)]
    assert [said[0][f"license2.{name}"] for name in names] == ["209-1", "APRN", date(2027, 5, 31)]
    assert "license2.title" not in said[2]


def test_one_license_of_a_profession_is_the_license():
    said = values(["RN License", "Exp"], ["041-1", "041-2", "041-3"], [date(2028, 5, 31)] * 3)
    assert said[0]["license.number"] == "041-1" and "license.title" not in said[0]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("1M/3M", (1_000_000, 3_000_000)),
        ("1/3", (1_000_000, 3_000_000)),
        ("2.3/6.9", (2_300_000, 6_900_000)),
        ("200/600", (200_000, 600_000)),
        ("1,000/3,000", (1_000_000, 3_000_000)),
        ("500/1,500", (500_000, 1_500_000)),
        ("$1M per / $3M agg", (1_000_000, 3_000_000)),
        ("100K-300K", (100_000, 300_000)),
        ("$1,000,000 / $3,000,000", (1_000_000, 3_000_000)),
        ("1/3 mil", (1_000_000, 3_000_000)),
    ],
)
def test_limits_are_never_single_dollars(text, limits):
    said = values(["Carrier", "Limits"], ["ISMIE"] * 3, [text] * 3)[0]
    assert (said["liability.per_claim"], said["liability.aggregate"]) == limits


@pytest.mark.parametrize("text", ["20/60", "3/1", "1000000", "1/3/26", "500/1M", "1/300"])
def test_limits_whose_size_is_not_sure_are_a_problem(text):
    (reading,) = recognize(book(table(["Carrier", "Limits"], ["ISMIE"] * 3, ["1M/3M", "1M/3M", text])))
    last = list(understand(reading))[2]
    assert "liability.per_claim" not in last.values
    assert [problem.field for problem in last.problems] == ["liability.limits"]


@pytest.mark.parametrize(("cell", "dollars"), [(1_000_000, 1_000_000), ("1M", 1_000_000), (1, None), ("200", None)])
def test_one_amount_too_small_for_dollars_is_a_problem(cell, dollars):
    (reading,) = recognize(book(table(["Carrier", "Per Occurrence"], ["ISMIE"] * 3, ["1M", "1M", cell])))
    last = list(understand(reading))[2]
    assert last.values.get("liability.per_claim") == dollars and bool(last.problems) == (dollars is None)


@pytest.mark.parametrize("heading", ["ACLS", "ACLS Exp"])
def test_a_card_of_which_some_have_a_day_and_some_a_check(heading):
    cells = ["X", "6/30/27", "N/A", "X", "5/31/27", "Yes", "No"]
    rows = [[f"Abe{chr(97 + n)}, Ann, MD", cell] for n, cell in enumerate(cells)]
    said = told(book([["Name", heading], *rows]))
    assert [each.get("acls.expires") for each in said] == [
        None,
        date(2027, 6, 30),
        None,
        None,
        date(2027, 5, 31),
        None,
        None,
    ]
    assert [bool(each.get("acls.held")) for each in said] == [True, False, False, True, False, True, False]


def test_two_dea_numbers_with_their_states_in_half_of_a_column():
    said = values(["DEA"], ["BA7283740 (IL); BA8331035 (WI)", "BB7283740", ""])
    assert [said[0][f"dea{n}.number"] for n in ("", 2)] == ["BA7283740", "BA8331035"]
    assert [said[0][f"dea{n}.state"] for n in ("", 2)] == ["IL", "WI"]
    assert said[1]["dea.number"] == "BB7283740"


def test_the_day_of_the_first_board_is_not_the_seconds():
    said = values(["Board #1", "Board #2", "Board #1 Exp"], ["ABIM"] * 3, ["ABS"] * 3, [date(2030, 12, 31)] * 3)
    assert said[0]["board.expires"] == date(2030, 12, 31) and "board2.expires" not in said[0]


def test_the_effective_date_of_a_policy_is_no_appointment():
    said = values(["Policy #", "Effective Date", "Termination Date"], ["P1"] * 3, [day(-90)] * 3, [day(270)] * 3)
    assert (said[0]["liability.issued"], said[0]["liability.expires"]) == (day(-90), day(270))
    assert not any(target.startswith("appointment.") for target in said[0])


@pytest.mark.parametrize("heading", ["Insurance Policy", "Liability Policy", "Malpractice Insurance Policy", "Policy"])
@pytest.mark.parametrize("numbers", [["PL8443213", "PL2052272", "PL2987957"], ["8443213", "2052272", "2987957"]])
def test_a_policy_beside_its_carrier_is_its_number(heading, numbers):
    day = date(2027, 10, 2)
    said = values(["Insurance Carrier", heading, "Exp"], ["MedPro", "ISMIE", "Coverys"], numbers, [day] * 3)
    assert [each["liability.number"] for each in said] == numbers
    assert (said[0]["liability.issuer"], said[0]["liability.expires"]) == ("MedPro", day)


def test_carriers_under_a_policy_or_an_insurance_stay_carriers_and_numbers_numbers():
    assert values(["Insurance Policy"], ["MedPro", "ISMIE", "Coverys"])[0]["liability.issuer"] == "MedPro"
    assert values(["Malpractice"], ["PL8443213", "PL2052272", "PL2987957"])[0]["liability.number"] == "PL8443213"


def test_days_of_boards_are_no_boards():
    said = values(["Board", "Board Exp"], ["ABFM", "ABR", "ABS"], ["Jan/07/2033", "Oct/23/2031", "Nov/10/2028"])
    assert [(each["board.issuer"], each["board.expires"]) for each in said][1] == ("ABR", date(2031, 10, 23))
    assert not any("board2.issuer" in each for each in said)


@pytest.mark.parametrize("text", ["No DEA", "no dea license", "No DEA."])
def test_no_dea_is_no_day_and_refuses_nobody(text):
    (reading,) = recognize(
        book(table(["DEA", "DEA Exp"], [text, "BA7283740", "BA7283740"], [text, "6/30/28", "6/30/28"]))
    )
    first, second, _ = understand(reading)
    assert second.values["dea.number"] == "BA7283740" and second.values["dea.expires"] == date(2028, 6, 30)
    assert list(first.problems) == [] and not any(target.startswith("dea.") for target in first.values)
