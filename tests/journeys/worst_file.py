"""The file that is furthest from ready, by keys: python worst_file.py EVIDENCE SHEET WHO.

Opened from Today, its license verified with a PDF, readiness watched, and the tracer sheet kept as a PDF."""

import os
import sys

from hands import Window, until

evidence, sheet, who = sys.argv[1:]
window = Window()


def file_named(path: str) -> None:
    """Answer a file dialog by the keyboard."""
    window.shows("Files of type")
    until(window.typing, "the line of the file's name")
    window.type(path)
    window.keys("Return")
    if any("Files of type" in each for each in window.texts()):  # the first Return went to its list of completions
        window.keys("Return")
    window.hides("Files of type")


def command(words: str, shows: str) -> None:
    """Ctrl+K, what one wants, Return."""
    window.into_box("ctrl+k")
    window.type(words)
    window.keys("Return")
    window.shows(shows)


# how ready the files are before
command("standards", "50.0 % ready")

# the worst file, from Today
window.keys("ctrl+1")
window.shows("Do next")
assert window.row_of("Do next", who) == 0, window.rows("Do next", 3)
window.keys("Return")
window.shows("Why this file is not ready")
window.shows("License verified at the source")

# its license, verified with a PDF
window.keys("ctrl+shift+v")
window.shows("What was seen at the source")
window.keys("alt+c")
file_named(evidence)
window.shows(f"Evidence: {os.path.basename(evidence)}")
window.keys("ctrl+Return")
window.shows("Undo: Verify")
window.shows("This file is ready")

# readiness rose, and the sheet of the file is kept
command("standards", "100.0 % ready")
command(who.split(",")[0].lower(), "Back to the list")
window.keys("ctrl+shift+F9")
window.shows("Save as PDF")
window.keys("ctrl+s")
file_named(sheet)
until(lambda: os.path.exists(sheet) and os.path.getsize(sheet), sheet)
window.keys("Escape")
window.hides("Save as PDF")
print(f"{window.pressed} keys, {window.clicked} clicks")
print("done")
