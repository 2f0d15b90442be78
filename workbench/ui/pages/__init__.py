"""One module a page, designed by hand. PAGES names them all, in the order of the sidebar."""

from typing import Any


def __getattr__(name: str) -> Any:
    """PAGES is fetched when it is asked for: the first page must not wait for the imports of all the others."""
    if name == "PAGES":
        from workbench.ui.pages.every import PAGES

        return PAGES
    raise AttributeError(name)
