"""The office with some of it left out: views that hide the tables of a connection, so that every list, file, rule and paper that
reads there leaves it out unasked. SQLite finds what is TEMP first.

What a connection wears it cannot write: no value that is not seen can be written over by what shows in its place."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from peewee import Model, Table

from workbench.store.database import database


@dataclass(frozen=True)
class Veiled:
    """What is left out of a table."""

    keep: str = "1"
    """SQL that holds for the rows that show; tables in it are named main.so."""
    values: Mapping[str, str] = field(default_factory=dict)
    """By column, the SQL of what shows in its place."""


@dataclass(frozen=True)
class Veil:
    """What is left out of the office."""

    tables: Mapping[str, Veiled]
    functions: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    """By name, functions that the SQL above calls."""


def change(veil: Veil | None) -> None:
    """From now on this veil is worn, or with None none: by this thread's connection, made anew, and by all that come. Whoever
    has others closes them first."""
    database.close()
    database.veil, database.dress = veil, wear if veil is not None else _nothing
    database.connect()


def take_off() -> None:
    """Close this thread's connection: of the office that is opened next nothing is left out."""
    if database.database is not None:
        database.close()
    database.veil, database.dress = None, _nothing


def _nothing() -> None:
    """What a connection without a veil is told."""


def wear(besides: Collection[str] = ()) -> None:
    """Hide the tables of this thread's connection, but not those besides."""
    veil = database.veil
    if veil is None:
        return
    for name, call in veil.functions.items():
        database.connection().create_function(name, -1, call, deterministic=True)
    for tbl, veiled in veil.tables.items():
        if tbl not in besides:
            columns = [row[1] for row in database.execute_sql(f'PRAGMA main.table_info("{tbl}")')]
            shown = ", ".join(
                f'{veiled.values[each]} AS "{each}"' if each in veiled.values else f'"{each}"' for each in columns
            )
            database.execute_sql(f'CREATE TEMP VIEW "{tbl}" AS SELECT {shown} FROM main."{tbl}" WHERE {veiled.keep}')


def beneath(model: type[Model]) -> Table:
    """A table as it stands beneath the veil, its columns named as in the file: for what must count everybody and tells of nobody
    why. Where nothing is left out it is the table that all others read."""
    columns = [field.column_name for field in model._meta.sorted_fields]
    schema = "main" if database.veil is not None else None
    return Table(model._meta.table_name, columns, schema=schema, _database=database)


def hides(tbl: str) -> bool:
    """Whether a view hides a table of this thread's connection."""
    if database.veil is None or tbl not in database.veil.tables:
        return False
    found = database.execute_sql("SELECT 1 FROM temp.sqlite_master WHERE type = 'view' AND name = ?", (tbl,))
    return found.fetchone() is not None


def touched(tbl: str, columns: Collection[str]) -> str:
    """The SQL that selects the ids of the rows of a table that are left out, or of which something of these columns is."""
    veiled = database.veil.tables[tbl]
    values = {name: value for name, value in veiled.values.items() if name in columns}
    said = [f"NOT coalesce({veiled.keep}, 0)", *(f'({value}) IS NOT "{name}"' for name, value in values.items())]
    return f'SELECT id FROM main."{tbl}" WHERE {" OR ".join(said)}'


def lift(tbl: str) -> None:
    """Make room for a table of the same name that is TEMP itself."""
    if database.veil is not None and tbl in database.veil.tables:
        database.execute_sql(f'DROP VIEW IF EXISTS temp."{tbl}"')


def blank(tbl: str) -> None:
    """Leave out of such a table what its view left out."""
    veiled = database.veil.tables.get(tbl) if database.veil is not None else None
    if veiled is None:
        return
    database.execute_sql(f'DELETE FROM temp."{tbl}" WHERE NOT coalesce({veiled.keep}, 0)')
    if veiled.values:
        said = ", ".join(f'"{name}" = {value}' for name, value in veiled.values.items())
        database.execute_sql(f'UPDATE temp."{tbl}" SET {said}')
