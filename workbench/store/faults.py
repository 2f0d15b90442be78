"""What the database's own errors mean for the user: translated where they are met."""

from workbench.errors import WorkbenchError


class DiskFull(WorkbenchError):
    """There was no room for what was to be written."""


_TOLD = (
    (
        "full",
        "The disk is full. Nothing of this step was saved; everything before it is kept. Make room, then do it again.",
    ),
    (
        "readonly",
        "The office file or its folder cannot be written to. Nothing of this step was saved. "
        "Copy the office to a folder of yours, or ask for the right to write there.",
    ),
    (
        "locked",
        "Another program is writing to the office just now. Nothing of this step was saved. Wait a moment, then do it again.",
    ),
    (
        "malformed",
        "The office file is damaged. Nothing of this step was saved. Close the program and restore the newest backup.",
    ),
    (
        "not a database",
        "The office file is another one than was opened: it was encrypted or replaced meanwhile. Nothing of this step was "
        "saved. Close the office, and open it again.",
    ),
    (
        "disk i/o",
        "The disk did not answer. Nothing of this step was saved. Check the drive or the network share, then do it again.",
    ),
)
_SPOKEN = ("DatabaseError", "OperationalError")
"""The errors that speak of the world; a broken constraint may hold any word in the name of a table."""


def told(error: Exception) -> Exception:
    """The world's fault as a sentence; anything else is ours and stays as it is."""
    if isinstance(error, WorkbenchError):
        return error
    met: BaseException | None = error
    while met is not None:  # after a full disk SQLite has rolled back itself, and our own rollback fails in turn
        text = str(met).lower()
        for sign, sentence in _TOLD:
            if sign in text and type(met).__name__ in _SPOKEN:
                return (DiskFull if sign == "full" else WorkbenchError)(sentence)
        met = met.__context__
    return error
