"""Exclusion lists are searched under every name: what a search says it went under, against what the person is and was called."""

from dataclasses import replace
from typing import Any

import pytest

from workbench.records.evidence import Check
from workbench.records.provider import OtherName
from workbench.rules import searched_names
from workbench.rules.findings import Judge

from .files_by_hand import ON, Asking, Clean, change
from .test_findings import POLICY


def found(person: Any, policy: Any = POLICY) -> list[tuple[str, str]]:
    judged = list(Judge(ON, policy).people([person.id]))[0].findings
    return [(each.severity, each.message) for each in judged if each.rule == searched_names.RULE]


def searched(file: Any, names: str) -> None:
    for each in Check.select().where(Check.provider == file.person):
        change(each, names=names)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("", ["Zoe Smith"]),
        ("Zoe Zebra", ["Zoe Smith"]),
        ("Zoe Zebra; Zoe Smith", []),
        ("Zebra, Zoë; SMITH, Zoe M.", []),
        ("Zoe Smith", ["Zoe Zebra"]),
        ("Zoe Zebra\nZoe Smithson", ["Zoe Smith"]),
        ("Smith; Zebra", ["Zoe Zebra", "Zoe Smith"]),
    ],
)
def test_a_search_leaves_out_the_names_that_it_does_not_say(said: str, left: list[str]) -> None:
    """In whatever order, with whatever accents; one that says none went under what the person is called."""
    assert searched_names.unsearched(("Zoe Zebra", "Zoe Smith"), said) == left


def test_a_former_name_that_came_up_after_the_search_is_found_until_it_is_searched(office: Any, make: Any) -> None:
    file = Clean(make, "Zebra")
    change(file.person, first="Zoe")
    searched(file, "Zoe Zebra")
    assert found(file.person) == []
    file.of(OtherName, last="Smith")
    ((severity, message),) = found(file.person)
    assert severity == "warn" and message.startswith("“Zoe Smith” was not searched: LEIE of Nov 19 2026, SAM of ")
    searched(file, "Zoe Zebra; Zoe Smith")
    assert found(file.person) == []
    change(file.person, last="Lion")
    assert [message[:11] for _, message in found(file.person)] == ["“Zoe Lion” "]


def test_nothing_is_asked_where_no_pack_asks_it(office: Any, make: Any) -> None:
    file = Clean(make, "Zebra")
    file.of(OtherName, last="Smith")
    assert found(file.person) and found(file.person, replace(POLICY, packs="bylaws")) == []


def test_an_applicant_s_names_are_told_and_keep_nothing(office: Any, make: Any) -> None:
    asking = Asking(make, "Zebra")
    searched(asking, "Ann Zebra")
    assert found(asking.person) == []
    make(OtherName, provider=asking.person, last="Smith")
    assert found(asking.person) == [("warn", "Initial appointment: “Ann Smith” not searched.")]
    judged = list(Judge(ON, POLICY).people([asking.person.id]))[0]
    assert judged.is_ready
