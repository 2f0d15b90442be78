"""The pages are described apart from their modules: nothing of them is loaded before they are looked at."""

import pytest

from tests.project.tree import run
from workbench.ui.kit.page import Page
from workbench.ui.pages import PAGES


@pytest.mark.parametrize("described", PAGES, ids=lambda described: described.key)
def test_every_page_is_what_its_description_says(described):
    page = described.load()
    assert issubclass(page, Page)
    for name in ("key", "title", "icon", "group", "under"):
        assert getattr(page, name) == getattr(described, name)


def test_no_two_pages_have_one_key():
    assert len({page.key for page in PAGES}) == len(PAGES)


def test_describing_the_pages_loads_none_of_them():
    script = (
        "import sys; from workbench.ui.pages import PAGES; assert PAGES; "
        "loaded = [name for name in sys.modules if name.startswith(('workbench.ui.pages.', 'PySide6.QtWidgets'))]; "
        "assert not loaded, loaded"
    )
    done = run("-c", script)
    assert done.returncode == 0, done.stderr


def test_a_plain_office_loads_no_ciphers():
    script = (
        "import sys; import workbench.actions.offices; "
        "assert not [name for name in sys.modules if name.startswith(('cryptography', 'argon2'))]"
    )
    done = run("-c", script)
    assert done.returncode == 0, done.stderr
