"""The window and the command line read freely and write only through actions: no step, no record and no byte of their own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .tree import ROOT, modules, name_of, parsed

FRONT = (("ui",), ("cli",))
OF_RECORDS = frozenset(
    ["create", "insert", "insert_many", "insert_from", "update", "delete", "replace", "replace_many", "bulk_create"]
) | frozenset(["bulk_update", "get_or_create", "delete_by_id", "set_by_id"])
"""What writes when a record's class is asked."""
OF_ONE = frozenset(["delete_instance", "execute_sql", "atomic", "savepoint"])
"""What writes, or may, whoever is asked."""
OF_STORE = {
    "history": frozenset(["step", "recorded", "open_step"]),
    "settings": frozenset(["save"]),
    "blobs": frozenset(["keep", "put", "add"]),
    **dict.fromkeys(("bulk", "sources", "undoing", "triggers", "migrations"), None),
}
"""By module of the store what writes there; None: everything. Drafts and the seat's own preferences are no records."""


def written(tree: ast.Module) -> Iterator[str]:
    """Every place of a module that writes past the actions."""
    records, stores = set(), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workbench."):
            for each in node.names:
                called = each.asname or each.name
                if node.module.startswith("workbench.records") and each.name[:1].isupper():
                    records.add(called)
                if node.module == "workbench.store" and each.name in OF_STORE:
                    stores[called] = OF_STORE[each.name]
                    if OF_STORE[each.name] is None:
                        yield f"line {node.lineno}: imports workbench.store.{each.name}"
                elif node.module.startswith("workbench.store."):
                    writes = OF_STORE.get(node.module.rpartition(".")[2], frozenset())
                    if writes is None or each.name in writes:
                        yield f"line {node.lineno}: imports {node.module}.{each.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if (
                node.attr in OF_ONE
                or owner in records
                and node.attr in OF_RECORDS
                or node.attr in (stores.get(owner) or ())
            ):
                yield f"line {node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "save":
            asked = ast.unparse(node.func.value)
            if not node.args and not node.keywords and not asked.endswith("painter"):
                yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize(
    "module", [path for path in modules() if path.relative_to(ROOT).parts[1:2] in FRONT], ids=name_of
)
def test_the_window_and_the_commands_write_through_actions_alone(module: Path) -> None:
    assert list(written(parsed(module))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from workbench.store import history\nwith history.step('x'): pass",
        "from workbench.store import history as steps\nsteps.step('x')",
        "from workbench.store.history import step",
        "from workbench.store import bulk",
        "from workbench.records.provider import Provider\nProvider.create(last='x')",
        "from workbench.records.provider import Provider\nProvider.update(last='x').execute()",
        "from workbench.records.provider import Provider\nProvider.get().save()",
        "record.save()",
        "record.delete_instance()",
        "from workbench.store import settings\nsettings.save(policy)",
        "from workbench.store import database\ndatabase.execute_sql('DELETE FROM provider')",
    ],
)
def test_every_way_around_the_actions_is_found(source: str) -> None:
    assert len(list(written(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "painter.save()",
        "said.update({1: 2})",
        "pixmap.save(str(path))",
        "from workbench.store import history\nhistory.steps(5)",
    ],
)
def test_what_only_sounds_so_is_not(source: str) -> None:
    assert list(written(ast.parse(source))) == []
