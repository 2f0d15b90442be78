"""The first morning of an office, by keys and what a screen reader is told: python first_morning.py ROSTER FOLDER MENDED EDIT...

A new office, a roster with errors of which three are mended, what that brings to Today, a license renewed and not, a list that goes
out, is edited (by the words EDIT, with the file behind them) and comes back, and is printed; then somebody new with six credentials.
MENDED is the three people and the days that are typed for them: LAST=DAY,LAST=DAY,LAST=DAY."""

import os
import subprocess
import sys

from hands import Window, until

roster, folder, mended, *edit = sys.argv[1:]
days = dict(each.split("=") for each in mended.split(","))
export, paper = os.path.join(folder, "providers.xlsx"), os.path.join(folder, "providers.pdf")
window = Window()


def spent(what: str, before: int) -> None:
    """Say how many keys something took."""
    print(f"{what}: {window.pressed - before} keys, {window.clicked} clicks")


def file_named(path: str, *, new: bool = False) -> None:
    """Answer a file dialog by the keyboard."""
    window.shows("Files of type")
    until(window.typing, "the line of the file's name")
    window.type(path)
    window.keys("Return")
    if any("Files of type" in each for each in window.texts()):  # the first Return went to its list of completions
        window.keys("Return")
    window.hides("Files of type")
    if new:
        until(lambda: os.path.exists(path) and os.path.getsize(path), path)


# the first run
window.shows("New office")
window.into_box("ctrl+n")
window.type("Riverbend")
window.keys("alt+s")
window.type("Ill")
window.into_box("alt+d")
window.type("not encrypted")
window.keys("Return")
window.shows("0 providers · 0 credentials")

# the roster, of which twelve rows are refused; three of them are mended
window.keys("ctrl+i")
window.shows("Choose file")
window.keys("ctrl+shift+o")
file_named(roster)
window.shows("Cannot import 12")
window.shows("Go on to the rows")  # what the file asks has no room above them; the careful answers hold
window.keys("alt+w")
for last, day in days.items():
    window.shows(f"· {last}, ")  # the card beside the rows is about them
    if not window.typing():  # of the first row alone: after it the keyboard goes from box to box
        window.keys("Return")
    until(window.typing, f"the box of {last}")
    window.keys("ctrl+a")
    window.type(day)
    window.keys("Return")
    left = 11 - list(days).index(last)
    window.shows(f"Cannot import {left}")
window.keys("ctrl+shift+i")
window.shows("is one step: Ctrl+Z takes all of it back")

# they are on Today
window.keys("ctrl+1")
for last in days:
    window.row_of("Do next", last)
print(*(row["Provider"] for row in window.rows("Do next", 4)[1:]), sep="\n")

# one of them is renewed, and that is taken back
before = window.pressed
window.keys("Down")  # the first line is the file that is furthest from ready
window.keys("Return")
window.shows("The old term is kept; a new one opens")
until(window.typing, "the box of the new end")
window.type("+1y")
window.keys("Return")
window.shows("Undo: Renew")
spent("renewed", before)
window.keys("ctrl+z")
window.hides("Undo: Renew")
window.shows("Undo: Import")

# the list goes out, is edited, and comes back
window.keys("ctrl+2")
window.shows("Export to Excel")
window.keys("ctrl+e")
file_named(export, new=True)
subprocess.run([*edit, export], check=True)
window.keys("ctrl+i")
window.shows("Choose file")
window.keys("ctrl+shift+o")
file_named(export)
window.shows("Edited 1")
window.keys("ctrl+shift+i")
window.shows("is one step: Ctrl+Z takes all of it back")

# the list on paper
window.keys("ctrl+2")
window.shows("Export to Excel")
window.keys("ctrl+p")
window.shows("Save as PDF")
window.keys("ctrl+s")
file_named(paper, new=True)
window.keys("Escape")
window.hides("Save as PDF")

# somebody new, with six credentials
before = window.pressed
window.keys("ctrl+n")
window.shows("Provider type")
until(window.typing, "the box of the last name")
window.type("Zielinski")
window.keys("Tab")
window.type("Wanda")
window.keys("Return")
window.shows("Back to the list")
window.shows("Zielinski, Wanda")
numbers = {"dea": "BZ1234563"}
for sort in ("state", "dea", "controlled", "board", "professional", "life"):
    window.keys("ctrl+n")
    until(window.typing, "the box of the kind")
    window.type(sort)
    window.keys("Return", "Tab")
    window.type(numbers.get(sort, "7"))
    window.keys("Return")
    window.hides("Verified by")
spent("a new provider with six credentials", before)
print("done")
