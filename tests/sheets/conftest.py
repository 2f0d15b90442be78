"""Fixtures of the tests of sheets."""

from collections.abc import Callable

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.recognizing import SheetReading, recognize
from workbench.sheets.values import Understood, understand


@pytest.fixture
def one() -> Callable[..., SheetReading]:
    """Recognize one table."""
    return lambda table, **options: recognize(book(table, **options))[0]


@pytest.fixture
def said() -> Callable[..., list[Understood]]:
    """Recognize and understand one table."""
    return lambda table, **options: list(understand(recognize(book(table, **options))[0]))
