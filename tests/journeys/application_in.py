"""From a roster to an application with its scans, by the window: python application_in.py ROSTER SCANS APPLICANT."""

import os
import sys

from hands import Window

roster, scans, applicant = sys.argv[1:]
window = Window()

# the roster comes in
window.press("Import roster")
window.press("Choose file")
window.choose_file(roster)
window.press("Import 10 rows")
window.shows("is one step: Ctrl+Z takes all of it back")

# an application of somebody whom it brought
window.into_box("ctrl+k")
last, first, *_ = applicant.replace(",", "").lower().split()
window.type(f"{last} {first}")
window.find(applicant, "list item")
window.keys("Return")
window.shows("Back to the list")
window.press("Applications", "page tab")
window.press("New application…")
window.shows("A reappointment proposes the next term")
window.press("Begin", "push button")
window.shows("Undo: Begin initial appointment of")  # a long name is cut there

# and three scans on it
window.press("Documents", "page tab")
for scan in scans.split(","):
    window.keys("ctrl+shift+a")
    window.choose_file(scan)
    window.shows("Attach 1 document")  # called as its file, and what it proves
    window.keys("Return")
    window.shows(f"Undo: Attach {os.path.basename(scan)}")
    if os.path.basename(scan) == "letter.pdf":  # kept, and said at once to be what a packet cannot print
        window.shows("It is damaged and cannot be read. Ask for it again.")
        window.press("Close")
        window.hides("Ask for it again")
print("done")
