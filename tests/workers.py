"""How the tests are shared out: two processes for folders of them, none beside this one for files and tests named by themselves."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

WORKERS = 2
JOURNEYS = "tests/journeys"


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """What `-n auto` of pyproject.toml means here."""
    asked = config.invocation_params.dir
    return WORKERS if all((asked / arg).is_dir() for arg in config.args) else 0


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """In place of loadfile, where nothing else was asked for."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


class ByFile(LoadScopeScheduling):
    """The tests of a file stay in one process and share its fixtures; the journeys, which mostly wait, are one after the other."""

    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(JOURNEYS) else nodeid.partition("::")[0]
