"""Documents of which nobody can tell by their name what they show: the office looks at them, and says whether a packet prints them."""

from collections.abc import Sequence

from workbench.errors import WorkbenchError
from workbench.records.desk import KEPT, PRINTED, Document
from workbench.store import history


def print_with_the_packet(documents: Sequence[int]) -> int:
    """Print these with every packet from now on, as one step; how many there were. Raises WorkbenchError where none is there."""
    return _say(documents, PRINTED, "Print {} with the packet")


def keep_in_the_office(documents: Sequence[int]) -> int:
    """Print these with no packet, and ask of them no more, as one step; how many there were. Raises WorkbenchError where none is
    there."""
    return _say(documents, KEPT, "Keep {} in the office")


def _say(documents: Sequence[int], packet: str, step: str) -> int:
    found = list(Document.select().where(Document.id.in_(list(documents)) & (Document.packet != packet)))
    if not found:
        raise WorkbenchError(
            "This was said of these documents already, or they are gone. Nothing was changed. Look at the packet again."
        )
    called = f"“{found[0].title}”" if len(found) == 1 else f"{len(found)} documents"
    with history.step(step.format(called)):
        for each in found:
            each.packet = packet
            each.save()
    return len(found)
