"""Professional disciplines: whether a referee is a peer, of the same discipline as the applicant, and who is called doctor. They stand
in disciplines.toml."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[2] / "resources" / "disciplines.toml"


def of_person(person: Any) -> str:
    """The discipline of a provider by type, else by degree; empty where neither says it."""
    by_type, _ = _known()
    return by_type.get(person.provider_type or "") or of_degree(person.degree or "")


def of_degree(degree: str) -> str:
    """The discipline of whoever writes a degree, of several the first that is known (“MD, PhD”); empty where none is."""
    _, by_degree = _known()
    return next((by_degree[each] for each in _words(degree) if each in by_degree), "")


def is_doctor(person: Any) -> bool:
    """Whether a provider is called doctor, by type or by any of the degrees."""
    degrees, disciplines = _doctors()
    by_type, by_degree = _known()
    found = {by_type.get(person.provider_type or ""), *(by_degree.get(each) for each in _words(person.degree or ""))}
    return bool(found & disciplines) or not degrees.isdisjoint(_words(person.degree or ""))


def _words(degree: str) -> list[str]:
    return [re.sub(r"[^A-Z]", "", each) for each in re.split(r"[,;/&\s]+", degree.upper())]


@cache
def _read() -> Mapping[str, Any]:
    import tomllib  # the start loads this room and asks for no peer

    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def _doctors() -> tuple[frozenset[str], frozenset[str | None]]:
    """The degrees, and the disciplines, of those who are called doctor."""
    rows = _read()["discipline"]
    return frozenset(_read()["called_doctor"]), frozenset(row["name"] for row in rows if row.get("doctors"))


@cache
def _known() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """By type of provider and by degree."""
    rows = _read()["discipline"]
    by_type = {each: row["name"] for row in rows for each in row["types"]}
    return by_type, {each: row["name"] for row in rows for each in row["degrees"]}
