"""How the tests are shared out: three processes for folders of them, none beside this one for files and tests named by themselves."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

WORKERS = 3
"""One more than there are cores: the process of the journeys waits more than it works."""
JOURNEYS = "tests/journeys"
LONG = (JOURNEYS, "tests/faults", "tests/project/test_checkers.py", "tests/project/test_start.py", "tests/cli") + (
    "tests/ui/test_every_page.py",
    "tests/ui/test_tabbing.py",
)
"""What takes long begins first, so that no process is left alone with it at the end."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """What `-n auto` of pyproject.toml means here."""
    asked = config.invocation_params.dir
    return WORKERS if all((asked / arg).is_dir() for arg in config.args) else 0


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """In place of loadfile, where nothing else was asked for."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In these processes, the long ones before the others; all must sort alike."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: next((n for n, each in enumerate(LONG) if item.nodeid.startswith(each)), len(LONG)))


class ByFile(LoadScopeScheduling):
    """The tests of a file stay in one process and share its fixtures; the journeys are one after the other on one screen."""

    def remove_node(self, node: Any) -> str | None:
        """A process that died: the test that killed it has failed, and what its files had left goes to the others.

        xdist hands out anew every file it ever had, those that are done first: the next process is sent nothing to run, never
        answers, and the whole run waits for it until it is stopped from outside."""
        work = self.assigned_work.pop(node)
        left = {scope: tests for scope, tests in work.items() if not all(tests.values())}
        died = next((test for tests in left.values() for test, done in tests.items() if not done), None)
        if died is not None:
            left[self._split_scope(died)][died] = True
        self.workqueue.update({scope: tests for scope, tests in left.items() if not all(tests.values())})
        for other in self.assigned_work:
            self._reschedule(other)
        return died

    def _reschedule(self, node: Any) -> None:
        """A process begins its last test only when it knows of another one or of the end: it is never left with one alone."""
        super()._reschedule(node)
        while not node.shutting_down and self._pending_of(self.assigned_work[node]) < 2:
            super()._reschedule(node)

    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(JOURNEYS) else nodeid.partition("::")[0]
