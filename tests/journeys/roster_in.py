"""Import a roster by the window, see who it is, undo it, redo it, export the list: python roster_in.py ROSTER EXPORT."""

import os
import sys

from hands import Window, until

roster, export = sys.argv[1:]
window = Window()
window.press("Import roster")
window.press("Choose file")
window.choose_file(roster)
button = window.shows("Import 10 rows")
print(button)
window.press("Import 10 rows")
print(f"{window.clicked + 1} clicks")  # the file itself is one more in its dialog, where it was typed
window.shows("is one step: Ctrl+Z takes all of it back")
window.press("Providers")
window.shows("124 people")
window.into_box("ctrl+k")
window.type("dellacroce")
window.find("Dellacroce Jr, Vincent", "list item")
window.keys("Return")
window.shows("Dellacroce Jr, Vincent T., MD")
window.keys("ctrl+z")
window.press("Providers")
window.shows("120 people")
window.keys("ctrl+shift+z")
window.shows("124 people")
window.press("Export to Excel")
window.choose_file(export)
until(lambda: os.path.exists(export) and os.path.getsize(export), "the exported list")
print("done")
