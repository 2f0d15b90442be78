"""Full-text search: one contentless index a kind, derived from the rows, brought up to date at the end of every step."""

import unicodedata
from collections.abc import Mapping, Sequence

from peewee import SQL

from workbench.store.database import database

_TOKENS = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"


def create(tbl: str, schema: str = "main") -> None:
    """The index of one table; its rowids are the table's ids."""
    database.execute_sql(
        f"CREATE VIRTUAL TABLE {schema}.search_{tbl} USING fts5(words, content = '', contentless_delete = 1, {_TOKENS})"
    )


def fill(tbl: str, schema: str = "main") -> None:
    """Index every row of a table anew; the index must be empty."""
    database.execute_sql(
        f'INSERT INTO {schema}.search_{tbl}(rowid, words) SELECT id, {_words(tbl)} FROM {schema}."{tbl}"'
    )


def rebuild() -> None:
    """Make every index anew, when the kinds declare other columns than before."""
    for tbl in database.searched:
        database.execute_sql(f"DROP TABLE IF EXISTS search_{tbl}")
        create(tbl)
        fill(tbl)


def index(step_id: int) -> None:
    """Index again the rows that a step touched."""
    tables = {row[0] for row in database.execute_sql("SELECT DISTINCT tbl FROM change WHERE step_id = ?", (step_id,))}
    for tbl in tables & set(database.searched):
        if _mostly_gone(tbl, step_id):
            database.execute_sql(f"INSERT INTO search_{tbl}(search_{tbl}) VALUES ('delete-all')")
            fill(tbl)
        else:
            _index_rows(tbl, step_id)


def _mostly_gone(tbl: str, step_id: int) -> bool:
    """Whether more rows left the index than stay: then making it anew is faster (an import undone)."""
    gone = database.execute_sql(
        "SELECT count(*) FROM change WHERE step_id = ? AND tbl = ? AND before IS NOT NULL", (step_id, tbl)
    ).fetchone()[0]
    return gone > database.execute_sql(f'SELECT count(*) FROM "{tbl}"').fetchone()[0]


def _index_rows(tbl: str, step_id: int) -> None:
    database.execute_sql(
        f"DELETE FROM search_{tbl} WHERE rowid IN "
        "(SELECT row FROM change WHERE step_id = ? AND tbl = ? AND before IS NOT NULL)",
        (step_id, tbl),
    )
    database.execute_sql(
        f'INSERT INTO search_{tbl}(rowid, words) SELECT id, {_words(tbl)} FROM "{tbl}" WHERE id IN '
        "(SELECT row FROM change WHERE step_id = ? AND tbl = ?)",
        (step_id, tbl),
    )


def query(text: str) -> list[str]:
    """What the user typed as one FTS query a word: each must begin a word of the row, in any order."""
    whole = unicodedata.normalize("NFC", text)
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in whole)
    return [f'"{word}" *' for word in kept.split()]


def found(tbl: str, word: str, links: Mapping[str, str], pointing: Sequence[str]) -> SQL | None:
    """The ids of a table's rows that one query of query() finds, as a subquery; None when nothing of it is searched.

    By its own words; by those of the rows that its links point at (column and their table); and by those of the rows of
    other tables that point at it. One union, since SQLite answers an OR of subqueries by reading the whole table."""
    parts = [f"SELECT rowid FROM search_{tbl} WHERE words MATCH ?"] if tbl in database.searched else []
    for column, other in links.items():
        parts.append(
            f'SELECT id FROM "{tbl}" WHERE "{column}" IN (SELECT rowid FROM search_{other} WHERE words MATCH ?)'
        )
    for other in pointing:
        matched = f"SELECT rowid FROM search_{other} WHERE words MATCH ?"
        parts.append(f'SELECT "{tbl}_id" FROM "{other}" WHERE id IN ({matched})')
    return SQL(f"({' UNION ALL '.join(parts)})", (word,) * len(parts)) if parts else None


def matching(tbl: str, word: str) -> SQL:
    """The ids of a table's rows that one query of query() finds, as a subquery."""
    return SQL(f"(SELECT rowid FROM search_{tbl} WHERE words MATCH ?)", (word,))


def pointing(tbl: str, link: str, word: str) -> SQL:
    """What the found rows of a table point at by a link column, as a subquery."""
    found = f"SELECT rowid FROM search_{tbl} WHERE words MATCH ?"
    return SQL(f'(SELECT "{link}" FROM "{tbl}" WHERE id IN ({found}))', (word,))


def _words(tbl: str) -> str:
    """The SQL for what of a row is found: its words, and once more together what a dash, blank or apostrophe parts."""
    columns = database.searched[tbl]
    plain = " || ' ' || ".join(f"coalesce(\"{c}\", '')" for c in columns)
    numbers, names = "'*[0-9]*'", "'*[-''’]*'"
    tight = " || ' ' || ".join(
        f'CASE WHEN "{c}" GLOB {numbers} THEN {_without(c, "- ().")} '
        f"WHEN \"{c}\" GLOB {names} THEN {_without(c, '-’' + chr(39))} ELSE '' END"
        for c in columns
    )
    return f"{plain} || ' ' || {tight}"


def _without(column: str, signs: str) -> str:
    made = f'"{column}"'
    for sign in signs:
        made = "replace({}, '{}', '')".format(made, sign.replace("'", "''"))
    return made
