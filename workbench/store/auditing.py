"""Whether the file says what its log says: what was changed, put in or taken out behind the program's back.

Rows are held against the newest word of the log about them, bytes against their digests, the rows that imports read
against the seal that their import wrote down, the triggers against the schema, and the log against its own seals."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping

from workbench.errors import Progress, quiet
from workbench.store import sources, trail, triggers
from workbench.store.database import database

BLOCK = 20_000
"""Rows that are compared between two reports of progress."""
_NEWEST = "(SELECT after FROM main.change WHERE tbl = '{tbl}' AND row = {row} ORDER BY id DESC LIMIT 1)"

Step = Callable[[], None]
"""Called after each piece of the work."""


def flaws(holding: Mapping[str, str], progress: Progress = quiet) -> list[str]:
    """What does not fit, a sentence each; none when all is as the log says. It only reads, and takes no lock for long.

    Holding says by table which column names bytes that the office keeps."""
    work, done = _amount(), 0

    def step() -> None:
        nonlocal done
        done += 1
        progress(min(done, work), work)

    found = [*_of_seals(step), *_of_triggers()]
    for tbl in triggers.logged_tables():
        found += _of_rows(tbl, step)
    return [*found, *_of_lost_tables(), *_of_bytes(holding, step), *_of_sources(step)]


def _amount() -> int:
    """How many pieces there are: of steps, of rows, of bytes and of imports."""
    counted = "SELECT (SELECT count(*) FROM step) + (SELECT count(*) FROM blob) + (SELECT count(*) FROM roster_import)"
    blocks = sum(len(_blocks(tbl)) for tbl in triggers.logged_tables())
    return int(database.execute_sql(counted).fetchone()[0]) + blocks


def _of_seals(step: Step) -> Iterator[str]:
    """The chain of seals, and its end: ids of steps have no gap, so that one which is gone leaves a higher number behind."""
    broken = trail.broken_seal(step)
    if broken:
        yield (
            f"The trail does not fit its seals from step {broken.id} on (“{broken.name}”, {broken.at:%Y-%m-%d}): "
            "it was edited."
        )
    given, newest = database.execute_sql(
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'step'), 0), "
        "coalesce((SELECT max(id) FROM step), 0)"
    ).fetchone()
    if given > newest:
        yield f"The newest steps are gone from the trail: {given:,} were done, and it ends with {newest:,}."


def _of_triggers() -> Iterator[str]:
    """The triggers are made from the schema, so what they must say is known."""
    kept = dict(database.execute_sql("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'").fetchall())
    wanted = triggers.wanted()
    astray = sorted(name for name in kept.keys() | wanted.keys() if kept.get(name) != wanted.get(name))
    if astray:
        shown = ", ".join(astray[:3]) + (", …" if len(astray) > 3 else "")
        yield f"{len(astray):,} of the triggers that keep the log {_are(len(astray))} missing or changed ({shown})."


def _of_rows(tbl: str, step: Step) -> Iterator[str]:
    """The rows of a table against the newest word of the log about each."""
    changed: list[int] = []
    unknown: list[int] = []
    for first, last in _blocks(tbl):
        for row, now, logged in _differing(tbl, first, last):
            if logged is None:
                unknown.append(row)
            elif not _same(json.loads(now), json.loads(logged)):
                changed.append(row)
        step()
    gone = [
        row[0]
        for row in database.execute_sql(
            "SELECT row FROM (SELECT DISTINCT row FROM main.change WHERE tbl = ?) AS logged "
            f'WHERE NOT EXISTS (SELECT 1 FROM main."{tbl}" AS kept WHERE kept.id = logged.row) '
            f"AND {_NEWEST.format(tbl=tbl, row='logged.row')} IS NOT NULL",
            (tbl,),
        )
    ]
    for rows, said in (
        (changed, "changed"),
        (gone, "deleted"),
        (unknown, "put in or brought back"),
    ):
        if rows:
            count = _many(len(rows), "record")
            yield f"{count} of “{tbl}” {_are(len(rows), 'was', 'were')} {said} outside any step, the first with ID {rows[0]}."


def _differing(tbl: str, first: int, last: int) -> list[tuple[int, str, str | None]]:
    """(id, the row as JSON, the log's newest word) of the rows that are not letter for letter as the log has them."""
    now = triggers.row_json("kept", triggers.columns_of(tbl))
    return database.execute_sql(  # type: ignore[no-any-return]
        f"SELECT id, now, logged FROM (SELECT id, {now} AS now, {_NEWEST.format(tbl=tbl, row='kept.id')} AS logged "
        f'FROM main."{tbl}" AS kept WHERE id BETWEEN ? AND ?) WHERE now IS NOT logged',
        (first, last),
    ).fetchall()


def _same(now: dict[str, object], logged: dict[str, object]) -> bool:
    """A column that the log did not know then, or that is no more, tells nothing."""
    return all(logged[name] == value for name, value in now.items() if name in logged)


def _blocks(tbl: str) -> list[tuple[int, int]]:
    """The first and last id of each block of a table."""
    least, most = database.execute_sql(f'SELECT min(id), max(id) FROM main."{tbl}"').fetchone()
    return [] if least is None else [(at, at + BLOCK - 1) for at in range(least, most + 1, BLOCK)]


def _of_lost_tables() -> Iterator[str]:
    here = {row[0] for row in database.execute_sql("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    for (tbl,) in database.execute_sql("SELECT DISTINCT tbl FROM main.change ORDER BY tbl").fetchall():
        if tbl not in here:
            yield f"The table “{tbl}”, of which the log tells, is gone."


def _of_bytes(holding: Mapping[str, str], step: Step) -> Iterator[str]:
    """Bytes against the digest that they are found by, and records against the bytes that they name."""
    wrong = 0
    for (digest,) in database.execute_sql("SELECT sha256 FROM main.blob").fetchall():
        found = database.execute_sql("SELECT bytes FROM main.blob WHERE sha256 = ?", (digest,)).fetchone()
        wrong += found is None or hashlib.sha256(found[0]).hexdigest() != digest
        step()
    if wrong:
        yield f"The bytes of {_many(wrong, 'document')} are not those that were kept."
    for tbl, column in holding.items():
        (lost,) = database.execute_sql(
            f'SELECT count(*) FROM main."{tbl}" WHERE "{column}" <> \'\' '
            f'AND NOT EXISTS (SELECT 1 FROM main.blob WHERE sha256 = "{tbl}"."{column}")'
        ).fetchone()
        if lost:
            yield f"The bytes of {_many(lost, 'record')} of “{tbl}” are gone."


def _of_sources(step: Step) -> Iterator[str]:
    """What imports read: against the seal that each wrote down, which the log keeps also of an import that was undone."""
    sealed = database.execute_sql(
        "SELECT row, json_extract(coalesce(after, before), '$.rows_seal'), max(id) FROM main.change "
        "WHERE tbl = 'roster_import' GROUP BY row"
    ).fetchall()
    for row, seal, _ in sealed:
        if seal and sources.seal(row) != seal:
            yield f"The rows of the file that import {row} read are not those that were kept."
        step()
    (strays,) = database.execute_sql(
        "SELECT count(DISTINCT import_id) FROM main.source_row WHERE import_id NOT IN "
        "(SELECT row FROM main.change WHERE tbl = 'roster_import')"
    ).fetchone()
    if strays:
        yield f"Rows of {_many(strays, 'file')} are kept that no import in the log read."


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _are(count: int, one: str = "is", more: str = "are") -> str:
    return one if count == 1 else more
