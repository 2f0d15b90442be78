"""Asks how files are pulled: how many, by which seed, from whom, and spread over what."""

import secrets
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import pulling
from workbench.errors import Problem
from workbench.records.office_lists import Department
from workbench.records.provider import PROVIDER_TYPES
from workbench.records.pull import STRATA
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines
from workbench.ui.session import Session

WORDS = (
    "Files are drawn by lot. The seed and the files that were drawn from are kept, so that anybody can draw the same again. "
    "To choose files yourself, select people on the page Providers."
)
USUAL = "10"


class PullSheet(Sheet):
    """A draw by lot."""

    def __init__(self, session: Session, done: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__("Pull files", WORDS, parent)
        self._session, self._done = session, done
        self.lines = Lines()
        self.lines.add("wanted", "&How many", value=USUAL)
        departments = [(str(each.id), each.name) for each in Department.select().order_by(Department.name)]
        some: Any = self.lines.add_choice
        some("department", "From &department", [("all", "All departments"), *departments], "all")
        some("type", "Of &type", [("all", "All types"), *((each, each) for each in PROVIDER_TYPES)], "all")
        some("strata", "Spread &over", [("all", "Everybody alike"), *((each, each) for each in STRATA)], "all")
        self.lines.add(
            "seed", "&Seed", value=f"{secrets.randbelow(10**8):08}", hint="A number or a word that a surveyor says"
        )
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Pull files", "primary", self.go, default=True)
        self.lines.focus("wanted")

    def go(self) -> None:
        """Draw, or say what is wrong."""
        said = {name: self.lines.text(name) for name in ("wanted", "department", "type", "strata", "seed")}
        given = {name: "" if text == "all" else text for name, text in said.items()}
        if not given["wanted"].strip().isdecimal():
            self.lines.show_problems([Problem("wanted", "Say how many, as a number.")])
            return
        made = self._session.do(
            pulling.by_lot,
            int(given["wanted"]),
            given["seed"],
            self._session.today,
            given["strata"],
            int(given["department"]) if given["department"] else None,
            given["type"],
        )
        if isinstance(made, list):
            self.lines.show_problems(made)
        elif made is not None:
            self.accept()
            self._done(made)
