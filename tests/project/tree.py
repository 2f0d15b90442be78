"""What belongs to the project: its folder, its modules and the text files that git keeps or would keep."""

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Every file that git keeps, or would if it were added now; without git (an archive), every file of ours."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
        found = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        ours = [ROOT / name for name in ("main.py", "pyproject.toml", "README.md")]
        found = ours + [
            path for room in ("workbench", "resources", "tests", ".ci") for path in (ROOT / room).rglob("*")
        ]
    return tuple(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def texts() -> list[tuple[Path, str]]:
    """The files that are text, with what they say."""
    read = []
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content[:8192]:
            read.append((path, content.decode("utf-8", errors="replace")))
    return read


@cache
def modules() -> tuple[Path, ...]:
    """main.py and the modules of workbench/."""
    return tuple(
        path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in ("main.py", "workbench")
    )


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    """A file as messages name it: from the project's folder on, with slashes."""
    return path.relative_to(ROOT).as_posix()


def run(*arguments: str, timeout: float = 300, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run this Python in the project's folder; an environment variable given as None is taken away."""
    wanted: dict[str, str | None] = {**os.environ, **environment}
    kept = {name: value for name, value in wanted.items() if value is not None}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=kept,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
