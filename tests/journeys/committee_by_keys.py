"""A committee, its seats, its year and who came to its first meeting, without a mouse: python committee_by_keys.py YEAR."""

import sys

from hands import Window

(year,) = sys.argv[1:]
window = Window()


def command(words: str, shows: str) -> None:
    """Ctrl+K, what one wants, Return."""
    window.into_box("ctrl+k")
    window.type(words)
    window.keys("Return")
    window.shows(shows)


def seat(*keys: str, name: str) -> None:
    """Seat somebody who is not on the staff; keys go on from the box of the name."""
    window.keys("ctrl+n")
    window.shows("or write the name of somebody who is not")
    window.keys("Tab")
    window.type(name)
    for each in keys:
        window.keys(each) if each in ("Tab", "Return") else window.type(each)
    window.keys("Return")
    window.hides("or write the name of somebody who is not")
    window.shows(f"Undo: Seat {name}")


command("new committee", "Place in the chain")
window.type("Credentials Committee")
window.keys("Tab", "Tab")
window.type("cred")  # the place in the chain
window.keys("Tab", "Tab", "Tab", "Tab")
window.type("100")  # percent: all of them make a quorum
window.keys("Return")
window.shows("Back to the committees")
seat("Tab", "Chair", name="Marsh, Helen, MD")
seat(name="Ngo, Binh, MD")
seat("Tab", "Alt", "Tab", "Tab", "Tab", "ngo", "Return", name="Ito, Naomi, MD")  # Return takes the one match

command("make calendar", "will be added")
window.keys("ctrl+a")
window.type(year)
window.shows("12 meetings will be added")
window.keys("Return")
window.shows(f"Undo: Make calendar of {year}: 12 meetings")

command("new meeting", "stand on its agenda by themselves")
window.keys("Tab")
window.type("today")
window.keys("Return")
if any("Add anyway" in each for each in window.texts()):  # today is a holiday, or a Saturday
    window.keys("Return")
window.shows("Back to the meetings")
window.keys("ctrl+Tab")
window.shows("Attendance not recorded yet")
window.keys("p", "e")
window.shows("1 of 2 voting members present; 1 short of the quorum of 2")
window.keys("p")
window.shows("2 of 2 voting members present; quorum of 2 is met")

command("new closed day", "Add closed day")
window.keys("Escape")
command("new form", "In force since")
window.keys("Escape")
print(f"{window.pressed} keys, {window.clicked} clicks")
print("done")
