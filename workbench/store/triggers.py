"""The triggers that keep the log, made from the file's own schema, and those that guard what is only ever added to.

What is only added to is the log (step, change), bytes and what imports read. A migration takes all triggers off within
its own transaction, and so will compaction, after a verified backup; nothing else may."""

from workbench.store.database import database

DERIVED = ("finding", "judged", "judging")
"""What is made of the records and kept beside them."""
UNLOGGED = frozenset(
    {"step", "change", "open_step", "blob", "source_row", "source_format", "draft", "search_state", "sqlite_sequence"}
    | {"readiness", *DERIVED}
)
"""The store's own: the log itself, bytes and source rows (append-only), drafts (not yet said), what is derived, and how
ready the files were when they were judged."""

ONLY_ADDED_TO = {
    "step": (
        # a step is sealed when it ends; one that came to nothing goes again
        "OLD.seal <> '' OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.seat IS NOT OLD.seat "
        "OR NEW.name IS NOT OLD.name OR NEW.kind IS NOT OLD.kind OR NEW.target IS NOT OLD.target",
        "OLD.seal <> ''",
    ),
    "change": ("1", "1"),
    "blob": ("1", "1"),
    "source_row": ("1", "1"),
    "source_format": ("1", "1"),
}
"""By table, when an update and when a deletion is refused. A replaced row counts as deleted (recursive_triggers)."""


def logged_tables() -> list[str]:
    """Every table that the log watches."""
    rows = database.execute_sql(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name"
    )
    return [row[0] for row in rows if row[0] not in UNLOGGED]


def drop() -> None:
    """Take the triggers away: old ones would fire during a migration."""
    for (name,) in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute_sql(f'DROP TRIGGER "{name}"')


def create() -> None:
    """Make the triggers of every logged table, and the guards."""
    for sql in wanted().values():
        database.execute_sql(sql)


def wanted() -> dict[str, str]:
    """By name, how each trigger of this file's schema must be made."""
    made = {}
    for tbl in logged_tables():
        columns = columns_of(tbl)
        for event, before, after in (("INSERT", "", "NEW"), ("UPDATE", "OLD", "NEW"), ("DELETE", "OLD", "")):
            made[f"log_{tbl}_{event.lower()}"] = _trigger(tbl, columns, event, before, after)
    for tbl, (update, deletion) in ONLY_ADDED_TO.items():
        for event, when in (("UPDATE", update), ("DELETE", deletion)):
            made[f"keep_{tbl}_{event.lower()}"] = (
                f'CREATE TRIGGER "keep_{tbl}_{event.lower()}" BEFORE {event} ON "{tbl}" WHEN {when} BEGIN '
                f"SELECT RAISE(ABORT, '{tbl} is only added to'); END"
            )
    return made


def columns_of(tbl: str) -> list[str]:
    """The columns of a table, in their order."""
    return [row[1] for row in database.execute_sql(f'PRAGMA main.table_info("{tbl}")')]


def _trigger(tbl: str, columns: list[str], event: str, before: str, after: str) -> str:
    changed = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    when = f"WHEN {changed} " if event == "UPDATE" else ""
    # With no step open the SELECT yields NULL, which change.step_id refuses: no write outside a step.
    return (
        f'CREATE TRIGGER "log_{tbl}_{event.lower()}" AFTER {event} ON "{tbl}" {when}BEGIN '
        "INSERT INTO change(step_id, tbl, row, before, after) VALUES ((SELECT step_id FROM open_step), "
        f"'{tbl}', {after or before}.id, {row_json(before, columns)}, {row_json(after, columns)}); END"
    )


def row_json(row: str, columns: list[str]) -> str:
    """The SQL for a row as the log has it; NULL where there is none."""
    pairs = ", ".join(f"'{c}', {row}.\"{c}\"" for c in columns)
    return f"json_object({pairs})" if row else "NULL"
