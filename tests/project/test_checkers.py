"""The linter, the formatter, the type checker and the rooms' contracts, run as tests."""

from .tree import run

CONTRACTS = (
    "import sys; from importlinter.cli import lint_imports; "
    "sys.exit(lint_imports(config_filename='pyproject.toml', no_logo=True))"
)


def test_ruff_finds_nothing():
    done = run("-m", "ruff", "check", "--quiet", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_file_is_formatted():
    done = run("-m", "ruff", "format", "--check", "--quiet", ".")
    assert done.returncode == 0, "Run: uv run ruff format\n" + done.stdout + done.stderr


def test_the_types_agree():
    done = run("-m", "mypy")
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_room_knows_what_it_must_not():
    done = run("-c", CONTRACTS, PYTHONIOENCODING="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
