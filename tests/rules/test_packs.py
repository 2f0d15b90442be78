"""Packs: all of them read, say where they are from, and are refused with file and line where they are wrong."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

import pytest

from workbench.records.policy import OPPE_LATE, Policy
from workbench.rules import pack_rows, packs, readiness, standards
from workbench.rules.catalog import RULES
from workbench.rules.packs import PackRefused

ON = date(2026, 11, 24)
POLICY = Policy(state="IL")
GOOD = """key = "own"
name = "Own"
cite = "Own"

[[rule]]
id = "OPPE_INT"
legacy = ""
current = "5.1"
trigger = "t"
clock = "c"
element = "oppe"
limit = 6
unit = "months"
count_to = "day"
severity = "block"
force = "bylaws"
binds = "b"
source = "s"
confidence = "H"
editable = true
"""
SECOND = GOOD.split("\n\n")[1]


def test_every_rule_is_asked_by_some_pack_and_every_row_says_where_it_is_from() -> None:
    rows = [row for pack in packs.shipped().values() for row in pack.rows]
    assert {row.id for row in rows} == set(RULES)
    assert all(row.source and row.binds and row.trigger and row.clock and row.confidence for row in rows)
    assert {
        "joint_commission",
        "cms",
        "npdb",
        "ncqa",
        "dnv",
        "urac",
        "aaahc",
        "achc",
        "oig",
        "namss",
        "bylaws",
        "state",
    } <= set(packs.shipped())


def test_no_number_of_the_renumbered_joint_commission_is_invented() -> None:
    rows = packs.shipped()["joint_commission"].rows
    assert all(row.legacy and not row.current for row in rows)
    assert {row.citation for row in rows if row.id == "OPPE_INT"} == {"Joint Commission (formerly MS.08.01.03)"}
    assert replace(rows[0], current="MS 3.1").citation == "Joint Commission MS 3.1"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("limit = 6", "limit = = 6", 12, "no TOML"),
        ('element = "oppe"', 'element = "opppe"', 11, "“opppe” is no element"),
        ('id = "OPPE_INT"', 'id = "OPPE"', 6, "“OPPE” is no id"),
        ("limit = 6", "limit = -1", 12, "no limit"),
        ('unit = "months"', 'unit = "weeks"', 13, "“weeks” is no unit"),
        ('severity = "block"', 'severity = "stop"', 15, "“stop” is no severity"),
        ('source = "s"\n', "", 5, "needs “source”"),
        ('binds = "b"', 'binds = "b"\nfine = 5', 18, "no “fine”"),
        ('binds = "b"', 'binds = "b"\nfrom = 2026-02-01\nto = 2026-01-01', 19, "ends before it begins"),
        ('binds = "b"', 'binds = "b"\nsetting = "weeks"', 18, "no setting"),
        ('key = "own"', "", 1, "no key"),
        ('key = "own"', 'key = "../own"', 1, "“../own” is no key"),
        ('element = "oppe"', 'element = ["oppe"]', 11, "“element” is a text"),
        ('element = "oppe"', 'element = "license"', 11, "OPPE_INT is not about state license"),
        ("limit = 6", "limit = 0", 12, "from 1 to 120 months"),
        ("limit = 6", "limit = 121", 12, "from 1 to 120 months"),
        ("limit = 6", "limit = 1000000000000", 12, "from 1 to 120 months"),
        ("limit = 6\n", "", 6, "OPPE_INT needs a limit"),
        ('unit = "months"\n', "", 12, "a limit needs its “unit”"),
        ('unit = "months"', 'unit = "percent"', 13, "not counted in percent, but in days or months"),
        ('unit = "months"', 'unit = "hours"', 13, "not counted in hours, but in days or months"),
        ('unit = "months"', 'unit = "months"\nback = 60', 14, "OPPE_INT does not look back"),
        ('unit = "months"', 'unit = "months"\nback = "60"', 14, "no number of months"),
        ('unit = "months"', 'unit = "days"\nsetting = "state"', 14, "no setting of the office that is a number"),
        ('binds = "b"', 'binds = "b"\nstate = "ZZ"', 18, "“ZZ” is no state"),
        ('binds = "b"', 'binds = "b"\nfrom = 2026-02-01T00:00:00', 18, "are days"),
        ('force = "bylaws"', 'force = "law"', 20, "what is law the office cannot change"),
        ('id = "OPPE_INT"', 'id = "LIC_PSV"', 11, "not about"),
    ],
)  # fmt: skip
def test_a_pack_that_is_wrong_is_refused_with_its_file_and_line(old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(PackRefused) as refused:
        packs.read(GOOD.replace(old, new, 1), "own.toml")
    assert f"own.toml, line {line}: " in str(refused.value) and said in str(refused.value)
    assert "the one that the office had is in force" in str(refused.value)


def test_a_rule_that_may_count_none_says_from_which_limit_on() -> None:
    at_once = (
        GOOD.replace("OPPE_INT", "FPPE_OPEN").replace('"oppe"', '"fppe"').replace('unit = "months"', 'unit = "days"')
    )
    assert packs.read(at_once.replace("limit = 6", "limit = 0"), "own.toml").rows[0].said == "the same day"
    with pytest.raises(PackRefused, match="“-1” is no limit: it is from 0 to 3,650 days"):
        packs.read(at_once.replace("limit = 6", "limit = -1"), "own.toml")


def test_a_pack_that_asks_nothing_is_refused_and_a_rule_that_counts_nothing_takes_no_limit() -> None:
    with pytest.raises(PackRefused, match="line 1: it asks nothing"):
        packs.read(GOOD.split("\n\n")[0], "own.toml")
    counted = GOOD.replace("OPPE_INT", "LIC_PSV").replace('"oppe"', '"license"')
    with pytest.raises(PackRefused, match="line 12: LIC_PSV counts nothing"):
        packs.read(counted, "own.toml")


@pytest.mark.parametrize("pack", ["ncqa", "ncqa_cvo"])
def test_the_ncqa_says_what_is_sure_and_where_it_stands(pack: str) -> None:
    rows = packs.shipped()[pack].rows
    assert {row.citation for row in rows if row.id == "DECISION_NOTICE"} == {"NCQA CR 6"}
    unsure = {row.id for row in rows if row.confidence == "L"}
    assert unsure == {"PSV_AGE_ACC", "ATTEST_AGE", "DISCLOSED", "ABILITY", "COVER_ATTEST"}
    assert {
        row.confidence for row in rows if row.id == "ATTEST_AGE" or row.element == "work_history" and "PSV" in row.id
    } == {"L"}
    assert [(row.confidence, row.clock, row.said) for row in rows if row.id == "APPT_MAX"] == [
        ("H", "last decision", "36 months")
    ]


def test_the_age_of_an_attestation_warns_in_every_pack_and_a_line_weighs_what_its_body_says() -> None:
    rows = [row for pack in packs.shipped().values() for row in pack.rows]
    assert {row.severity for row in rows if row.id == "ATTEST_AGE"} == {"warn"}
    assert {row.confidence for row in rows if row.pack == "namss"} == {"H"}
    assert {row.confidence for row in rows if row.pack == "aaahc" and row.id == "REF_MIN"} == {"H"}


def test_every_rule_is_of_an_element_and_counts_what_it_counts() -> None:
    assert set(chain.from_iterable(pack_rows.RULES_OF.values())) == set(RULES)
    assert pack_rows.TIMED | pack_rows.AT_TIMES_TIMED | set(pack_rows.COUNTED) <= set(RULES)


NPDB = (packs.FOLDER / "npdb.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"NPDB_2Y"', '"NPDB_CQ"', "NPDB_2Y (45 CFR 60.17(a)(2)) is law, and it leaves it out"),
        ('element = "npdb"\nlimit = 24', 'element = "npdb"\nlimit = 36', "law: force law, 24 months, block, on the same days"),
        ('binds = "Hospitals"\nsource = "Every', 'binds = "Hospitals"\nto = 2026-01-01\nsource = "Every', "is law"),
        ('severity = "block"\nforce = "law"', 'severity = "info"\nforce = "law"', "NPDB_APP (45 CFR 60.17(a)(1)) is law"),
        (NPDB[NPDB.index("[[rule]]") : NPDB.index('[[rule]]\nid = "NPDB_2Y"')], "", "line 3: NPDB_APP"),
    ],
)  # fmt: skip
def test_no_pack_of_the_office_takes_the_place_of_the_law_and_asks_less(old: str, new: str, said: str) -> None:
    assert old in NPDB
    with pytest.raises(PackRefused) as refused:
        packs.read_own(NPDB.replace(old, new, 1), "npdb.toml")
    assert said in str(refused.value)
    assert packs.read_own(NPDB.replace("limit = 30", "limit = 45", 1), "npdb.toml"), "what is guidance there may change"


def test_a_pack_that_was_taken_before_and_would_be_refused_leaves_the_law_in_force() -> None:
    weak = GOOD.replace('"own"', '"npdb"')
    own = replace(POLICY, own_packs=json.dumps({"npdb": weak, "own": "no toml ="}))
    line = standards.least("NPDB_2Y", own, ON)
    assert line and line.said == "24 months, NPDB" and "own" not in standards.books(own)


@pytest.mark.parametrize(
    ("second", "line", "said"),
    [
        (SECOND, 23, "asked twice for the same days (also in line 6)"),
        (
            SECOND.replace('"block"', '"warn"').replace("limit = 6", "limit = 9"),
            29,
            "blocks (line 12) before it warns (line 29)",
        ),
    ],
)
def test_a_pack_that_contradicts_itself_is_refused(second: str, line: int, said: str) -> None:
    with pytest.raises(PackRefused, match=f"line {line}: ") as refused:
        packs.read(f"{GOOD}\n{second}", "own.toml")
    assert said in str(refused.value)


@pytest.mark.parametrize(("text", "line", "said"), [
    (GOOD.replace("[[rule]]", "  [[ rule ]]  # the first").replace("limit = 6", "  limit   = 0"), 12, "“0” is no limit"),
    (GOOD.replace('binds = "b"', 'binds = """\nlimit = 9\n"""').replace('source = "s"', 'source = 5'), 20, "“source” is a text"),
    (GOOD.replace('"b"', '"b"\nid = "OPPE_INT"'), 18, "no TOML"),
    (GOOD.replace('current = "5.1"', 'current = "5.1'), 8, "no TOML"),
    (GOOD.replace("\n", "\r\n").replace('"oppe"', '"opppe"'), 11, "“opppe” is no element"),
    (GOOD.replace("limit = 6", "limit = [6"), 12, "no TOML"),
    (GOOD.replace('"5.1"', '"""5.1'), 8, "no TOML"),
    (GOOD.replace("[[rule]]", "[rule]"), 5, "do not begin with [[rule]]"),
    (GOOD.replace("[[rule]]", "[[rules]]"), 5, "it asks nothing"),
    (GOOD.split("\n\n")[0] + "\nrule = [{}]\n", 4, "do not begin with [[rule]]"),
])  # fmt: skip
def test_what_is_wrong_is_named_by_its_very_line(text: str, line: int, said: str) -> None:
    """However the rule is set, and whatever a longer text says that looks like a key."""
    with pytest.raises(PackRefused, match=f"own.toml, line {line}: ") as refused:
        packs.read(text, "own.toml")
    assert said in str(refused.value)


def test_the_law_that_a_row_weakens_is_named_by_the_line_that_does() -> None:
    weak = NPDB.replace('element = "npdb"\nlimit = 24', 'element = "npdb"\nlimit = 36')
    line = next(number for number, each in enumerate(weak.split("\n"), 1) if each == "limit = 36")
    with pytest.raises(PackRefused, match=f"line {line}: NPDB_2Y"):
        packs.read_own(weak, "npdb.toml")


def test_two_rows_for_days_one_after_the_other_are_no_contradiction() -> None:
    early = GOOD.replace('binds = "b"', 'binds = "b"\nto = 2025-06-30')
    late = SECOND.replace('binds = "b"', 'binds = "b"\nfrom = 2025-07-01')
    assert len(packs.read(f"{early}\n{late}", "own.toml").rows) == 2


def test_the_strictest_of_the_enabled_packs_wins_and_says_whose_it_is() -> None:
    def age(policy: Policy, on: date = ON) -> str:
        line = standards.least("PSV_AGE_ACC", policy, on)
        return line.said if line else ""

    assert age(POLICY) == "180 days, Bylaws"
    assert age(replace(POLICY, packs="bylaws, ncqa")) == "120 days, NCQA Accreditation"
    assert age(replace(POLICY, packs="bylaws, ncqa_cvo, ncqa")) == "90 days, NCQA CVO Certification"
    assert age(replace(POLICY, packs="cms")) == ""
    # a file that was decided on before July 1 2025 is judged by the limits of its day
    assert age(replace(POLICY, packs="ncqa"), date(2025, 6, 30)) == "180 days, NCQA Accreditation"
    assert age(replace(POLICY, packs="ncqa"), date(2025, 7, 1)) == "120 days, NCQA Accreditation"
    assert age(replace(POLICY, verification_days=100, packs="bylaws, ncqa")) == "100 days, Bylaws"


def test_who_asks_the_same_is_cited_together_the_law_first() -> None:
    line = standards.least("NPDB_APP", POLICY, ON)
    assert line and line.citation == "45 CFR 60.17(a)(1) · Joint Commission (formerly MS.06.01.05)"


def test_a_state_holds_where_it_is_and_nowhere_else() -> None:
    def term(state: str) -> int:
        line = standards.least("APPT_MAX", replace(POLICY, state=state), ON)
        return line.limit if line else 0

    assert [term(state) for state in ("CA", "ID", "NC", "IL", "")] == [24, 24, 24, 36, 36]
    assert not standards.state_is_known(POLICY, "IL") and standards.state_is_known(POLICY, "NC")


def test_a_limit_is_counted_to_the_day_to_the_month_or_to_the_day_before() -> None:
    def until(pack: str, rule: str, since: date) -> date:
        line = standards.least(rule, replace(POLICY, packs=pack), ON)
        assert line
        return line.good_until(since)

    assert until("npdb", "NPDB_2Y", date(2024, 10, 18)) == date(2026, 10, 18)
    assert until("ncqa", "APPT_MAX", date(2024, 10, 18)) == date(2027, 10, 31)
    assert until("joint_commission", "OPPE_INT", date(2025, 11, 24)) == date(2026, 11, 23)
    lenient = standards.least("OPPE_INT", replace(POLICY, oppe_late=OPPE_LATE[1]), ON)
    assert lenient and lenient.good_until(date(2025, 11, 24)) == date(2026, 11, 24)
    assert until("namss", "ATTEST_AGE", date(2026, 1, 1)) == date(2026, 1, 1) + timedelta(days=179)
    term = standards.least("APPT_MAX", replace(POLICY, packs="joint_commission"), ON)
    assert term and term.last_day_of_term(date(2021, 7, 1)) == date(2024, 6, 30)


def test_a_pack_of_the_office_stands_in_the_place_of_the_one_that_came() -> None:
    own = replace(POLICY, own_packs=json.dumps({"own": GOOD}), packs="own")
    line = standards.least("OPPE_INT", own, ON)
    assert line and (line.said, line.citation) == ("6 months, Own", "Own 5.1")


@pytest.mark.parametrize(("decided", "last", "whose"), [
    (date(2025, 11, 20), date(2028, 11, 30), "36 months, NCQA Accreditation, from the decision of Nov 20 2025"),
    (date(2025, 12, 31), date(2028, 12, 31), "36 months, Joint Commission"),
    (None, date(2028, 12, 31), "36 months, Joint Commission"),
])  # fmt: skip
def test_of_two_ways_to_count_a_term_the_one_that_ends_first_is_the_limit(
    decided: date | None, last: date, whose: str
) -> None:
    policy = replace(POLICY, packs="joint_commission, ncqa")
    assert readiness.longest_term(date(2026, 1, 1), policy, decided=decided) == (last, whose)
