"""Peers: of the same discipline, about all six competencies, and somebody says something."""

from typing import Any

import pytest

from workbench.records.application import COMPETENCIES, Application, Reference
from workbench.rules import disciplines
from workbench.store import history

from .ready_file import a_ready_file, lacking, told


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    return a_ready_file(make)


def write(count: int = 3, **values: Any) -> None:
    """Into the first so many references."""
    with history.step("Spoil them"):
        for each in Reference.select().order_by(Reference.id).limit(count):
            for name, value in values.items():
                setattr(each, name, value)
            each.save()


@pytest.mark.parametrize(("degree", "count", "short"), [
    ("NP", 3, "0 of 3 references by peers (medicine)"),
    ("DC", 1, "2 of 3 references by peers (medicine)"),
    ("D.O.", 3, ""),
    ("PhD, M.D.", 3, ""),
    ("MBBS, FRCS", 3, ""),
])  # fmt: skip
def test_a_peer_is_of_the_same_discipline(asked: Application, degree: str, count: int, short: str) -> None:
    write(count, degree=degree)
    assert lacking(asked) == [short] * bool(short) and told(asked) == []


def test_of_a_degree_that_is_not_known_nothing_is_said_against_it(asked: Application) -> None:
    write(degree="PhD")
    assert lacking(asked) == [] and told(asked) == ["A referee's discipline is not known"]


def test_who_could_not_say_anything_is_no_reference(asked: Application) -> None:
    write(2, **dict.fromkeys(COMPETENCIES, 0))
    assert lacking(asked) == ["1 of 3 references"]
    write(3, **dict.fromkeys(COMPETENCIES, 0))
    assert lacking(asked) == ["0 of 3 references"]


def test_each_of_the_six_is_spoken_of_by_somebody(asked: Application) -> None:
    write(2, skills=0)
    assert lacking(asked) == []
    write(3, skills=0)
    assert lacking(asked) == ["Nobody can say: technical and clinical skills"]


def test_a_discipline_is_told_by_the_type_or_by_the_degree(office: Any, make: Any, asked: Application) -> None:
    assert [disciplines.of_degree(each) for each in ("PA-C", "CRNA, DNP", "Pharm.D.", "", "PhD")] == [
        "physician assistants", "advanced practice nursing", "pharmacy", "", "",
    ]  # fmt: skip
    person = asked.provider
    assert disciplines.of_person(person) == "medicine"
    person.provider_type, person.degree = "Other", "DPM"
    assert disciplines.of_person(person) == "podiatry"
