"""All that is installed is pinned and all pins are installed: the same program everywhere, without a lock file."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires, version

from .tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DIRECT = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
CONSTRAINTS = PROJECT["tool"]["uv"]["constraint-dependencies"]
ELSEWHERE = {"colorama"}  # on Windows alone


def test_every_pin_is_exact():
    for pin in [*DIRECT, *CONSTRAINTS]:
        assert re.fullmatch(r"[\w.-]+==[\w.]+", pin), pin


def test_no_pin_stands_twice():
    names = [_name(pin) for pin in [*DIRECT, *CONSTRAINTS]]
    assert sorted(names) == sorted(set(names))


def test_what_is_pinned_is_what_is_installed():
    for name, wanted in _pins([*DIRECT, *CONSTRAINTS]).items():
        if name not in ELSEWHERE or _installed(name):
            assert _installed(name) == wanted, name


def test_all_that_comes_with_the_direct_ones_is_pinned_and_nothing_else_is():
    reached = _reached({_name(pin) for pin in DIRECT})
    assert reached - ELSEWHERE == set(_pins([*DIRECT, *CONSTRAINTS])) - ELSEWHERE


def _reached(names: set[str]) -> set[str]:
    """The packages that these need, and those need in turn, as far as they are installed here."""
    found: set[str] = set()
    waiting = {name for name in names if _installed(name)}
    while waiting:
        name = waiting.pop()
        found.add(name)
        needed = {_name(line) for line in requires(name) or () if not re.search(r"\bextra\s*==", line)}
        waiting |= {other for other in needed - found if _installed(other)}
    return found


def _pins(lines: list[str]) -> dict[str, str]:
    return {_name(line): line.partition("==")[2] for line in lines}


def _name(line: str) -> str:
    named = re.match(r"[\w.-]+", line)
    assert named, line
    return re.sub(r"[-_.]+", "-", named[0]).lower()


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
