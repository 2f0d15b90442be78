"""Full-text search: one contentless index a kind, derived from the rows, brought up to date at the end of every step."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from peewee import SQL

from workbench.store import veil
from workbench.store.database import UNENDED, database

_TOKENS = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"


TITLES = frozenset({"dr", "dr.", "doctor", "mr", "mr.", "mrs", "mrs.", "ms.", "prof", "prof.", "professor"})
"""What stands before a name in speech; ms without its dot is a state."""
_GAP = r"[\s.\-–]"
TELEPHONE = re.compile(
    rf"(?<!\w)(?:\+?1{_GAP}*)?(?:\((\d{{3}})\){_GAP}*(\d{{1,3}})(?:{_GAP}*(\d{{1,4}}))?(?!\d)"
    rf"|(\d{{3}}){_GAP}+(\d{{3}}){_GAP}+(\d{{4}})(?![\w-]))"
)
"""(312) 555-0143, as far as it is typed; 312 555 0143 and 1-312-555-0143 once they are whole."""
_LOCAL = f"'*[^0-9]{'[0-9]' * 3}[-. ]{'[0-9]' * 4}'"
"""What ends in 555-0143 behind something else."""
_SHOWN = f"CASE WHEN instr(words, '…') THEN {UNENDED}(words) ELSE words END"
"""The last four of a masked number (SSN …6789) find nobody."""
_ONCE = "LIMIT -1 OFFSET 0"
"""Ends a subquery so that SQLite keeps it: else it makes the words of a row twice, once to look for a mask in them."""
Part = tuple[str, tuple[Any, ...]]
"""A select of ids, and its values."""


def create(tbl: str, schema: str = "main") -> None:
    """The index of one table; its rowids are the table's ids."""
    _create(f"{schema}.search_{tbl}")


def _create(index: str) -> None:
    database.execute_sql(
        f"CREATE VIRTUAL TABLE {index} USING fts5(words, content = '', contentless_delete = 1, {_TOKENS})"
    )


def fill(tbl: str, schema: str = "main") -> None:
    """Index every row of a table anew; the index must be empty."""
    _fill(f"{schema}.search_{tbl}", f'{schema}."{tbl}"', tbl)


def _fill(index: str, rows: str, tbl: str, where: str = "") -> None:
    database.execute_sql(
        f"INSERT INTO {index}(rowid, words) SELECT id, {_SHOWN} FROM (SELECT id, {_words(tbl)} AS words FROM {rows} {where} {_ONCE})"
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
        f'INSERT INTO search_{tbl}(rowid, words) SELECT id, {_SHOWN} FROM (SELECT id, {_words(tbl)} AS words FROM "{tbl}" '
        f"WHERE id IN (SELECT row FROM change WHERE step_id = ? AND tbl = ?) {_ONCE})",
        (step_id, tbl),
    )


def query(text: str) -> list[str]:
    """What the user typed as one FTS query a word: each must begin a word of the row, in any order.

    A number with its dashes is one word, found as it is written and without them: 036-11 is no 036 with an 11 elsewhere.
    So is a telephone number with its blanks: its parts lie in many others."""
    queries: dict[str, None] = {}
    told = TELEPHONE.sub(lambda met: "-".join(filter(None, met.groups())), unicodedata.normalize("NFC", text))
    for typed in untitled(told).split():
        words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in typed).split()
        if len(words) > 1 and any(c.isdigit() for c in typed):
            queries[f'"{" ".join(words)}" * OR "{"".join(words)}" *'] = None
        else:
            queries |= dict.fromkeys(f'"{word}" *' for word in words)
    return list(queries)


def untitled(text: str) -> str:
    """Without the title before a name: “Dr. Okafor” is Okafor; “ms license” is of Mississippi."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if rest.strip() and first.casefold() in TITLES else text


class Pointing(NamedTuple):
    """A table whose rows point at what is searched for, and by whose words it is found."""

    table: str
    by: str = "id"
    """The column that names the row whose words are searched: practice_id, for members who are found by their practice."""
    words: str = ""
    """The table of those words, if not this one."""
    hidden: Part | None = None
    """The ids by whose words nothing is found."""


def found(tbl: str, word: str, links: Mapping[str, str], pointing: Sequence[Pointing]) -> list[Part]:
    """The ids of a table's rows that one query of query() finds, a select for each way there; none when nothing is searched.

    By its own words; by those of the rows that its links point at (column and their table); and by those of the rows of
    other tables that point at it."""
    parts = [_matched(tbl, word)] if tbl in database.searched else []
    for column, other in links.items():
        matched, values = _matched(other, word)
        parts.append((f'SELECT id FROM "{tbl}" WHERE "{column}" IN ({matched})', values))
    return [*parts, *told(tbl, word, pointing)]


def told(tbl: str, word: str, pointing: Sequence[Pointing]) -> list[Part]:
    """The ids of a table's rows that rows of other tables which point at them are found for, a select for each way there."""
    asked: list[Part] = []
    for each in pointing:
        matched, words = _matched(each.words or each.table, word)
        hidden, values = each.hidden or ("", ())
        shown = f" AND id NOT IN ({hidden})" if hidden else ""
        part = f'SELECT "{tbl}_id" AS id FROM "{each.table}" WHERE "{each.by}" IN ({matched}){shown}'
        asked.append((part, (*words, *values)))
    return asked


def _matched(tbl: str, word: str) -> Part:
    """The ids of a table's rows whose own words are found. Under a veil a row of which something is left out is found by what
    shows of it: the index was made of all of it."""
    part = f"SELECT +rowid AS id FROM search_{tbl} WHERE words MATCH ?"
    if not veil.hides(tbl):
        return part, (word,)
    if not database.execute_sql(f"SELECT 1 FROM temp.sqlite_master WHERE name = 'left_{tbl}'").fetchone():
        database.execute_sql(f'CREATE TEMP TABLE "left_{tbl}" AS {veil.touched(tbl, database.searched[tbl])}')
        _create(f"temp.shown_{tbl}")
        _fill(f"temp.shown_{tbl}", f'temp."{tbl}"', tbl, f'WHERE id IN (SELECT id FROM "left_{tbl}")')
    whole = f'{part} AND rowid NOT IN (SELECT id FROM "left_{tbl}")'
    return f"{whole} UNION ALL SELECT rowid FROM shown_{tbl} WHERE words MATCH ?", (word, word)


def any_of(parts: Sequence[Part]) -> bool:
    """Whether the parts find anything."""
    return any(database.execute_sql(f"SELECT 1 FROM ({part}) LIMIT 1", values).fetchone() for part, values in parts)


def among(parts: Sequence[Part]) -> SQL:
    """What the parts find as one subquery, since SQLite answers an OR of subqueries by reading the whole table."""
    return SQL(f"({' UNION ALL '.join(part for part, _ in parts)})", _values(parts)) if parts else SQL("(NULL)")


def ids(parts: Sequence[Part], within: Sequence[int] | None = None) -> list[int]:
    """What the parts find, an id once for each that finds it; within, only those of these.

    SQLite hands over one text a part: row by row, 100,000 ids take three times as long."""
    asked = "id IS NOT NULL" if within is None else "id IN (SELECT value FROM json_each(?))"
    kept = () if within is None else (json.dumps(list(within)),)
    sql = " UNION ALL ".join(f"SELECT json_group_array(id) FROM ({part}) WHERE {asked}" for part, _ in parts)
    values = tuple(chain.from_iterable((*values, *kept) for _, values in parts))
    return list(chain.from_iterable(json.loads(row[0]) for row in database.execute_sql(sql, values))) if parts else []


def _values(parts: Sequence[Part]) -> tuple[Any, ...]:
    return tuple(chain.from_iterable(values for _, values in parts))


def matching(tbl: str, word: str, most: int = -1) -> SQL:
    """The ids of a table's rows that one query of query() finds, as a subquery; at most so many of them."""
    part, values = _matched(tbl, word)
    return SQL(f"({part} LIMIT ?)", (*values, most))


def pointing(tbl: str, link: str, word: str) -> SQL:
    """What the found rows of a table point at by a link column, as a subquery."""
    found, values = _matched(tbl, word)
    return SQL(f'(SELECT "{link}" FROM "{tbl}" WHERE id IN ({found}))', values)


def _words(tbl: str) -> str:
    """The SQL for what of a row is found: its words, and once more together what a dash, blank or apostrophe parts.

    Of a telephone number also the last seven digits together: whoever is nearby leaves the area code out. A day is found as it
    is kept and as it is said."""
    days = {row[1] for row in database.execute_sql(f'PRAGMA main.table_info("{tbl}")') if row[2] == "DATE"}
    columns = [each for each in database.searched[tbl] if each not in days]
    said = [_day(each) for each in database.searched[tbl] if each in days]
    plain = " || ' ' || ".join(f"coalesce(\"{c}\", '')" for c in columns)
    numbers, names = "'*[0-9]*'", "'*[-''’]*'"
    tight = " || ' ' || ".join(
        f"CASE WHEN \"{c}\" GLOB {_LOCAL} THEN {_tight(c)} || ' ' || substr({_tight(c)}, -7) "
        f'WHEN "{c}" GLOB {numbers} THEN {_tight(c)} '
        f"WHEN \"{c}\" GLOB {names} THEN {_without(c, '-’' + chr(39))} ELSE '' END"
        for c in columns
    )
    return " || ' ' || ".join(filter(None, (plain, tight, *said)))


def _day(column: str) -> str:
    """A day as people type it: 2026-12-01, Dec 1 2026, December 2026."""
    months = " ".join(f"WHEN '{n:02}' THEN '{name}'" for n, name in enumerate(_MONTHS, 1))
    day, month = f"""ltrim(substr("{column}", 9, 2), '0')""", f'CASE substr("{column}", 6, 2) {months} END'
    return f"""coalesce("{column}" || ' ' || {month} || ' ' || {day} || ' ' || substr("{column}", 1, 4), '')"""


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _tight(column: str) -> str:
    return _without(column, "- ().")


def _without(column: str, signs: str) -> str:
    made = f'"{column}"'
    for sign in signs:
        made = "replace({}, '{}', '')".format(made, sign.replace("'", "''"))
    return made
