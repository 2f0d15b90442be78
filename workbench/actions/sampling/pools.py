"""What invented people are made of: names, places and roles, read from resources/sample."""

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[3] / "resources" / "sample"


@cache
def pool(name: str) -> dict[str, Any]:
    """One file of the sample's data, by its name without the ending."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def roles(seed: int) -> list[dict[str, Any]]:
    """Every role as often as it comes in a hospital, in an order of the seed's."""
    each = [role for role in pool("roles")["role"] for _ in range(role["weight"])]
    random.Random(f"roles {seed}").shuffle(each)
    return each


def role_of(specialty: str, degree: str) -> dict[str, Any]:
    """The role of a named person."""
    return next(r for r in pool("roles")["role"] if r["specialty"] == specialty and r["degree"] == degree)


def phone(rng: random.Random) -> str:
    """A telephone number from the range that is reserved for fiction."""
    return f"({rng.choice(pool('places')['area_codes'])}) 555-01{rng.randrange(100):02d}"


def street(rng: random.Random) -> str:
    """A street and its number."""
    return f"{rng.randrange(100, 9900)} {rng.choice(pool('places')['streets'])}"
