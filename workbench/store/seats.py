"""Who worked in this office, as its trail names them."""

from dataclasses import dataclass

from workbench.store.database import database


@dataclass(frozen=True)
class Worked:
    """One name of the trail: how many steps it did, and on which days it did the first and the last, as YYYY-MM-DD."""

    name: str
    steps: int
    first: str
    last: str


def worked() -> list[Worked]:
    """Everybody who ever did a step, whoever did the newest first."""
    query = "SELECT seat, COUNT(*), MIN(at), MAX(at) FROM step GROUP BY seat ORDER BY MAX(id) DESC"
    return [
        Worked(name, steps, first[:10], last[:10])
        for name, steps, first, last in database.execute_sql(query).fetchall()
    ]
