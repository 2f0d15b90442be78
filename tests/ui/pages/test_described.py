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


def test_the_first_page_shows_its_first_lines_without_what_judges_applications():
    script = (
        "import sys, main; main.load_rooms(); from workbench import app; from workbench.ui import starting; "
        "from workbench.ui.pages import PAGES; PAGES[0].load(); "
        "late = ('workbench.rules.readiness', 'workbench.rules.review', 'workbench.papers'); "
        "assert not [name for name in sys.modules if name.startswith(late)]"
    )
    done = run("-c", script)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("room", [room for page in PAGES for room in page.rooms])
def test_what_is_loaded_beside_the_window_knows_no_qt(room):
    done = run("-c", f"import sys, {room}; sys.exit(any(name.startswith('PySide6') for name in sys.modules))")
    assert done.returncode == 0, done.stderr


def test_a_plain_office_loads_no_ciphers():
    script = (
        "import sys; import workbench.actions.offices; "
        "assert not [name for name in sys.modules if name.startswith(('cryptography', 'argon2'))]"
    )
    done = run("-c", script)
    assert done.returncode == 0, done.stderr
