"""Professional disciplines: whether a referee is a peer, of the same discipline as the applicant. They stand in disciplines.toml."""

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
    words = (re.sub(r"[^A-Z]", "", each) for each in re.split(r"[,;/&\s]+", degree.upper()))
    return next((by_degree[each] for each in words if each in by_degree), "")


@cache
def _known() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """By type of provider and by degree."""
    import tomllib  # the start loads this room and asks for no peer

    rows = tomllib.loads(FILE.read_text("utf-8"))["discipline"]
    by_type = {each: row["name"] for row in rows for each in row["types"]}
    return by_type, {each: row["name"] for row in rows for each in row["degrees"]}
