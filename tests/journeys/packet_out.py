"""From a ready file to the appointment, by the window: python packet_out.py PACKET APPLICANT."""

import sys

from hands import Window, until

packet, applicant = sys.argv[1:]
window = Window()


# onto December's agenda, and the packet on paper
def open_meeting(committee: str) -> None:
    """The next meeting of a committee, from the list of meetings."""
    window.press("Meetings")
    window.press("Meetings", "page tab")
    window.click_row("Meetings", window.row_of("Meetings", committee), times=2)
    window.shows(f"{committee} · ")
    window.press("Agenda and packet")


def approve() -> None:
    """What the committee decided of the applicant: a file in full review, and so with what bears it."""
    window.press("Minutes and votes")
    window.click_row("Minutes and votes", window.row_of("Minutes and votes", applicant))
    window.press("Approve")
    window.shows("A Category 2 file is approved with a conclusion or a reason.")
    window.write("Conclusion", "The file was discussed; training, references and volumes support the appointment.")
    window.press("Record", "push button")
    window.shows("A decision counts once its meeting was held.")  # it is recorded before its meeting, and that is said
    window.press("Record anyway", "push button")
    window.hides("A Category 2 file is approved with a conclusion or a reason.")
    window.shows("Undo: ")
    until(lambda: _outcome() == "Approved", "the outcome in its row")


def _outcome() -> str:
    rows = window.rows("Minutes and votes")
    return next(row["Outcome"] for row in rows if applicant in row["Item"])


open_meeting("Credentials Committee")
window.press("Add every file that is ready")
window.row_of("Agenda", applicant)
window.shows("pages · made in", 60)
window.press("Save as PDF")
window.choose_file(packet)
window.shows("pages written to")
approve()
for committee in ("Medical Executive Committee", "Governing Board"):
    open_meeting(committee)
    window.press("Add every file that is ready")
    window.row_of("Agenda", applicant)
    approve()

# the appointment
window.into_box("ctrl+k")
last, first, *_ = applicant.replace(",", "").lower().split()
window.type(f"{last} {first}")
window.find(applicant, "list item")
window.keys("Return")
window.shows("Back to the list")
window.shows("Appointments")
print(*(f"{row['Term starts']} to {row['Term ends']}" for row in window.rows("Appointments")), sep="\n")
print("done")
