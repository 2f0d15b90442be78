"""What the house asks of every module: small, named in the trade's words, documented, tied to no machine."""

import ast
import re
from pathlib import Path

import pytest

from .tree import ROOT, modules, name_of, parsed, texts

MODULE_LINES, FUNCTION_LINES = 300, 30
LONGER = {("workbench/lists/agenda.py", "_headed")}
"""What would read worse in two: a frozen value filled field by field."""
VAGUE = re.compile(r"(Manager|Handler|Helper|Util|Utils|Service|Controller|Info|Data)$", re.IGNORECASE)
MACHINE = re.compile(r"(^|[^A-Za-z0-9._-])/(" + "|".join(("work", "tmp", "root", "farm")) + ")/")
REGISTRY = re.compile("index-" + r"url|pypi\.(?:org|python)|files\.python" + r"hosted|registry\.npm", re.IGNORECASE)
# Rooms where nobody asks the clock, the user or the disk's layout: they are told.
TOLD = ("actions", "papers", "screening", "sheets", "lists", "rules", "records", "store")
ASKED = frozenset(
    [
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
        "time.ctime",
        "time.strftime",
        "os.getcwd",
        "pathlib.Path.home",
        "pathlib.Path.cwd",
        "input",
    ]
)
CLOCKS = {"workbench/store/office.py", "workbench/store/database.py"}
"""Where the one clock is named that an office is given when nobody gives another."""
PAST = re.compile(r"""\b(FROM|JOIN|INTO|UPDATE)\s+"?main"?\.|\bschema\s*=\s*["']main""")
"""SQL that names a table of the file itself, which no veil hides."""
BY_HAND = re.compile(r"""(''|"") if [^{}]+ == 1 else ['"]e?s['"]|['"]s['"] if [^{}]+ > 1 else""")
"""A plural made where it is said; the store alone knows no words of the records."""
VEIL = "workbench/rules/survey.py"
READERS = {
    *(f"workbench/sheets/cell/{name}.py" for name in ("cells", "numbers", "texts")),
    "workbench/sheets/column/profile.py",
}
"""Readers of one cell each, called by what they read: the docstring of their module says what all of them take and answer."""


@pytest.fixture(params=sorted({module.parent for module in modules()}), ids=name_of)
def room(request) -> list[Path]:
    """The modules of a folder: a test for each of a thousand would take longer to name than to run."""
    return [module for module in modules() if module.parent == request.param]


def test_a_module_is_one_thing(room):
    lines = {name_of(module): len(module.read_text("utf-8").splitlines()) for module in room}
    assert not {name: many for name, many in lines.items() if many > MODULE_LINES and "migrations" not in name}


def test_a_function_is_one_thing(room):
    long = [
        f"{name_of(module)} {node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"
        for module in room
        if "migrations" not in module.parts  # frozen steps
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES
        and (name_of(module), node.name) not in LONGER
    ]
    assert not long


def test_a_name_says_what_it_is(room):
    for module in room:
        names = [node.name for node in ast.walk(parsed(module)) if isinstance(node, ast.ClassDef)]
        assert not [name for name in [module.stem, *names] if VAGUE.search(name)], name_of(module)


def test_one_or_many_is_said_by_the_words_of_the_records(room):
    by_hand = [name_of(module) for module in room if BY_HAND.search(module.read_text("utf-8"))]
    assert not [name for name in by_hand if not name.startswith("workbench/store/")]


def test_a_module_its_public_classes_and_functions_say_what_they_are_for(room):
    for module in room:
        tree = parsed(module)
        kinds = (ast.ClassDef,) if name_of(module) in READERS else (ast.ClassDef, ast.FunctionDef)
        public = [node for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]
        assert ast.get_docstring(tree), f"{name_of(module)} has no docstring"
        assert not [node.name for node in public if not ast.get_docstring(node)], name_of(module)


def test_nobody_right_of_ui_asks_the_clock_or_the_disk(room):
    for module in room:
        if module.relative_to(ROOT).parts[1:2] and module.relative_to(ROOT).parts[1] in TOLD:
            assert not named(parsed(module)) & ASKED or name_of(module) in CLOCKS, name_of(module)


def named(tree: ast.Module) -> set[str]:
    """What a module names, by its full name, however it was imported."""
    known = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            known |= {each.asname or each.name.split(".")[0]: each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            known |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
    written = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    written += [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return {".".join([known.get(first, first), *rest]) for first, *rest in (each.split(".") for each in written)}


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime as dt\ndt.now()",
        "from datetime import date\ndate.today()",
        "import datetime\ndatetime.datetime.now()",
        "import datetime as d\nd.date.today()",
        "from time import time\ntime()",
        "import time as t\nt.time()",
        "def f(when=None):\n    from datetime import datetime\n    return (when or datetime.now)()",
        "from pathlib import Path as P\nP.home()",
        "input('?')",
    ],
)
def test_a_clock_is_known_by_any_name(source):
    assert named(ast.parse(source)) & ASKED
    assert not named(ast.parse("import time\nfrom datetime import date\ntime.monotonic()\ndate(2026, 1, 1)")) & ASKED


def test_only_the_store_speaks_to_sqlite(room):
    for module in room:
        if module.relative_to(ROOT).parts[:2] != ("workbench", "store"):
            said = re.search(r"^\s*(import|from) sqlite3\b", module.read_text("utf-8"), re.MULTILINE)
            assert not said, name_of(module)


def test_only_the_store_reads_past_the_veil(room):
    """Whoever must count what survey mode hides asks veil.beneath for it; the veil itself says beneath which tables it looks."""
    for module in room:
        if module.relative_to(ROOT).parts[:2] != ("workbench", "store") and name_of(module) != VEIL:
            assert not PAST.search(module.read_text("utf-8")), name_of(module)


@pytest.mark.parametrize("source", ["FROM main.finding", 'JOIN main."finding"', 'Table("finding", schema="main")'])
def test_what_reads_past_the_veil_is_known(source):
    assert PAST.search(source)
    assert not PAST.search("Start it from main.py, as FROM finding")


def test_no_file_names_a_machine_or_a_registry():
    told = [
        f"{name_of(path)}:{number}: {line.strip()[:80]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE.search(line) or REGISTRY.search(line)
    ]
    assert not told


def test_the_lock_file_stays_here():
    assert "uv.lock" in (ROOT / ".gitignore").read_text("utf-8").split()
