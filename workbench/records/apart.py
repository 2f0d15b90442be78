"""What somebody said is not the same, however much it looks so: two people, two entries of a list. It is not asked again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Apart:
    """Settings of the office."""

    people_apart: tuple[tuple[int, int], ...] = ()
    """Pairs of ids of people, the lower first."""
    names_apart: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By a list's table, names that mean different things."""
