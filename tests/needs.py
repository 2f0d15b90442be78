"""What a test needs of the system. Where it is missing, the test is skipped with the packages to install; under .ci/run, which
installs them, a skip would hide that it could not: there it fails."""

import os
import shutil
from collections.abc import Iterable, Mapping

import pytest

from workbench import display

PROMISED = "WORKBENCH_TESTS_INSTALLED"
"""Set by .ci/run: everything that tests need is there, or else they fail."""
PACKAGES = {
    "Xvfb": "xvfb",
    "xvfb-run": "xvfb",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "soffice": "libreoffice-calc",
}
"""Debian's package of each program."""


def programs(*names: str) -> list[str]:
    """The packages of those of these programs that are not here."""
    return [PACKAGES[name] for name in names if shutil.which(name) is None]


def libraries(known: Mapping[str, str]) -> list[str]:
    """The packages of the libraries that do not load; known is one of the tables of workbench/display.py."""
    return [known[name] for name in display.missing(known)]


def nothing_of(missing: Iterable[str]) -> None:
    """Go on only where nothing of this is missing."""
    names = " ".join(dict.fromkeys(missing))
    if not names:
        return
    said = f"it needs what is not installed here: apt install {names}"
    if os.environ.get(PROMISED):
        pytest.fail(said, pytrace=False)
    pytest.skip(said)
