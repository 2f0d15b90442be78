"""Lists as forms word them: all where “and” joins them, one where “or” does, and nothing where it could be either."""

import pytest

from workbench.rules.joined import read


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", ()),
        ("ACLS", (("ACLS",),)),
        ("ACLS, PALS", (("ACLS",), ("PALS",))),
        ("ACLS and PALS", (("ACLS",), ("PALS",))),
        ("ACLS & BLS", (("ACLS",), ("BLS",))),
        ("ACLS&BLS", (("ACLS",), ("BLS",))),
        ("A, B and C", (("A",), ("B",), ("C",))),
        ("A, B, and C", (("A",), ("B",), ("C",))),
        ("A, B & C.", (("A",), ("B",), ("C",))),
        ("both A and B", (("A",), ("B",))),
        ("A or B", (("A", "B"),)),
        ("A/B", (("A", "B"),)),
        ("A, B or C", (("A", "B", "C"),)),
        ("A, B, or C", (("A", "B", "C"),)),
        ("A or B or C", (("A", "B", "C"),)),
        ("A and/or B", (("A", "B"),)),
        ("either A or B", (("A", "B"),)),
        ("A; B or C", (("A",), ("B", "C"))),
        ("A; and B", (("A",), ("B",))),
        ("A and B/C", (("A",), ("B", "C"))),
        ("A and (B or C)", (("A",), ("B", "C"))),
        ("A, and either B or C", (("A",), ("B", "C"))),
        ("A,", (("A",),)),
    ],
)
def test_a_list_is_read_as_it_is_meant(text: str, asked: tuple) -> None:
    assert read(text) == asked


@pytest.mark.parametrize(
    "text", ["A and B or C", "A or B and C", "A, B and C or D", "A or B, C", "A, and B or C", "A or"]
)
def test_what_could_be_read_either_way_is_not_read(text: str) -> None:
    assert read(text) is None


def test_a_name_that_holds_an_and_stays_whole() -> None:
    single = ("obstetrics and gynecology", "endocrinology, diabetes, and metabolism")
    assert read("Obstetrics and Gynecology", single) == (("Obstetrics and Gynecology",),)
    assert read("obstetrics and gynecology or urology", single) == (("obstetrics and gynecology", "urology"),)
    assert read("endocrinology, diabetes, and metabolism and urology", single) == (
        ("endocrinology, diabetes, and metabolism",),
        ("urology",),
    )
