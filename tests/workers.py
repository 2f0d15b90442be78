"""How the tests are shared out: two processes for folders of them, none beside this one for files and tests named by themselves."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

WORKERS = 2
JOURNEYS = "tests/journeys"
LONG = (JOURNEYS, "tests/faults", "tests/project/test_checkers.py", "tests/project/test_start.py", "tests/cli")
"""What takes long begins first, so that neither process is left alone with it at the end."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """What `-n auto` of pyproject.toml means here."""
    asked = config.invocation_params.dir
    return WORKERS if all((asked / arg).is_dir() for arg in config.args) else 0


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """In place of loadfile, where nothing else was asked for."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In the two processes, the long ones before the others; both must sort alike."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: next((n for n, each in enumerate(LONG) if item.nodeid.startswith(each)), len(LONG)))


class ByFile(LoadScopeScheduling):
    """The tests of a file stay in one process and share its fixtures; the journeys are one after the other on one screen."""

    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(JOURNEYS) else nodeid.partition("::")[0]
