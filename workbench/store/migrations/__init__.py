"""Migrations: frozen steps that bring an older file to today's schema. Appended to, never edited once released."""

from workbench.store import search, triggers
from workbench.store.database import database
from workbench.store.history import recorded
from workbench.store.migrations import m0001_the_first_house, m0002_the_committees

STEPS = (m0001_the_first_house.up, m0002_the_committees.up)
NEWEST = len(STEPS)
APPLICATION_ID = 0x4D535742
"""“MSWB”: tells an office from any other SQLite file."""


def version() -> int:
    """The schema version of the open file."""
    return database.execute_sql("PRAGMA user_version").fetchone()[0]


def migrate() -> None:
    """Bring the open file to the newest schema, one transaction a step; older steps are read, no longer undone."""
    for number in range(version() + 1, NEWEST + 1):
        # Old triggers would fire, and rebuilding a table would cascade: both are off meanwhile.
        database.execute_sql("PRAGMA foreign_keys = OFF")
        with database.atomic("EXCLUSIVE"):
            triggers.drop()
            STEPS[number - 1](database)
            triggers.create()
            broken = database.execute_sql("PRAGMA foreign_key_check").fetchone()
            if broken:
                raise ValueError(f"migration {number} breaks a reference in {broken[0]}")
            database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute_sql(f"PRAGMA user_version = {number}")
            with recorded(f"Bring the file to version {number}", "migrate"):
                if number == NEWEST:  # before, the tables of later kinds are not there to be searched
                    refresh_search()
        database.execute_sql("PRAGMA foreign_keys = ON")


def refresh_search() -> None:
    """Rebuild the search when the kinds declare other words than the file was indexed by."""
    declared = "; ".join(f"{tbl}: {', '.join(columns)}" for tbl, columns in sorted(database.searched.items()))
    row = database.execute_sql("SELECT declared FROM search_state").fetchone()
    if (row[0] if row else "") != declared:
        with database.atomic("IMMEDIATE"):
            search.rebuild()
            database.execute_sql("DELETE FROM search_state")
            database.execute_sql("INSERT INTO search_state(declared) VALUES (?)", (declared,))
