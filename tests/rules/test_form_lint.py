"""The lint of forms: what is to mend is said with its citation, and what is right is not."""

from typing import Any

import pytest

from workbench.actions.starting_forms import Line
from workbench.rules.form_lint import BOARD_ALONE, CRITERIA, FPPE, lint

CORE = Line("Surgery core", training="Completed residency in general surgery", fppe="First cases are proctored.")


def said(*lines: Line) -> dict[str, str]:
    return {each.short: each.tone for each in lint(lines)}


def special(**values: Any) -> Line:
    return Line(**{"name": "Robotics", "sort": "Special", "training": "A course", "fppe": "Proctored."} | values)


def test_a_form_in_order_has_nothing_to_mend():
    assert lint([CORE, special(cases=10, months=12, counted="Robotic cases")]) == ()


@pytest.mark.parametrize(
    "board",
    [
        "Board certified in surgery",
        "Board certified, or board eligible within five years",
        "Board certified or actively pursuing certification",
    ],
)
def test_certification_alone_is_flagged_with_its_citation(board):
    found = lint([CORE, special(training="", board=board)])
    assert [(each.short, each.citation, each.tone) for each in found] == [("Board alone", BOARD_ALONE, "warn")]
    assert "42 CFR 482.12(a)(7)" in found[0].citation and found[0].line == "Robotics" and found[0].position == 1


@pytest.mark.parametrize(
    "training",
    [
        "Board certification in general surgery",
        "Certified by the ABS",
        "Diplomate of the American Board of Surgery",
        "Board certified or board eligible",
        "Fellow of the American College of Surgeons",
        "Fellowship in the American College of Surgeons",
        "Membership in the American Society of Anesthesiologists",
        "FACC",
        "Must be BC/BE in emergency medicine",
        "BE/BC",
    ],
)
def test_certification_typed_under_training_is_certification(training):
    for board in ("", "Board certified in surgery"):
        assert said(CORE, special(training=training, board=board)) == {"Board alone": "warn"}
    assert said(CORE, special(training=training, cases=10, months=12, counted="Robotic cases")) == {}


@pytest.mark.parametrize(
    "training",
    [
        "Completed residency in general surgery and board certification in surgery",
        "Board certification in general surgery, or equivalent training and experience",
        "Fellowship in critical care medicine",
        "Graduate of an accredited program; national certification counts among the evidence",
        "A certified course",
    ],
)
def test_training_that_names_certification_too_is_training(training):
    assert said(CORE, special(training=training)) == {}


@pytest.mark.parametrize(
    "more",
    [
        {"training": "A course"},
        {"cases": 10, "months": 12, "counted": "Robotic cases"},
        {"board": "Board certified in surgery, or equivalent training and experience"},
        {"board": "Board certified in surgery, or active practice of surgery for two years"},
    ],
)
def test_certification_among_others_is_not_flagged(more):
    assert said(CORE, special(**{"training": "", "board": "Board certified in surgery"} | more)) == {}


@pytest.mark.parametrize(
    "more",
    [
        *({"training": said} for said in ("n/a", "None", "N/A.", " - ", "Not applicable")),
        {"life_support": "BLS"},
        {"life_support": "ACLS", "counted": "none"},
    ],
)
def test_what_says_nothing_and_a_life_support_card_are_no_other_criterion(more):
    assert "Board alone" in said(CORE, special(**{"training": "", "board": "Board certified in surgery"} | more))
    assert "Board alone" not in said(CORE, special(**{"training": "", "board": "n/a"} | more))


@pytest.mark.parametrize("training", ["", "n/a", "None"])
def test_a_line_without_criteria_is_flagged(training):
    found = lint([CORE, special(training=training)])
    assert [(each.short, each.citation) for each in found] == [("No criteria", CRITERIA)]


@pytest.mark.parametrize(
    ("line", "findings"),
    [
        ({"cases": 10, "months": 12}, {"Of what?": "bad"}),
        ({"cases": 10, "counted": "Robotic cases"}, {"No period": "bad"}),
        ({"months": 12, "counted": "Robotic cases"}, {"No number": "warn"}),
        ({"counted": "Robotic cases"}, {"No number": "info"}),
    ],
)
def test_cases_say_of_what_and_in_which_period(line, findings):
    assert said(CORE, special(**line)) == findings


def test_a_name_stands_once_on_a_form():
    found = lint([CORE, special(), special(name=" ROBOTICS ")])
    assert [(each.short, each.position) for each in found] == [("Same name", 2)]


def test_special_privileges_without_fppe_are_flagged_and_core_ones_told():
    assert said(CORE, special(fppe=" ")) == {"No FPPE": "warn"}
    assert said(Line("Core", training="A course")) == {"No FPPE": "info"}
    assert lint([CORE, special(fppe="")])[0].citation == FPPE


def test_a_form_has_lines_and_core_ones():
    assert said() == {"No lines": "bad"}
    assert said(special()) == {"No core": "warn"}
