"""Work that makes many small objects which all stay: looking among them for rubbish takes up to a third of its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

_inside: set[int] = set()
_numbers = count()


def going_on() -> bool:
    """Whether such work is on its way, on whatever thread."""
    return bool(_inside)


@contextmanager
def uncollected(lasting: bool = False) -> Iterator[None]:
    """Inside, nobody looks for rubbish; afterwards as before.

    What is lasting is let alone afterwards too, since that would take half a second in which nothing answers: what is made must not
    point back at itself, so that it goes when nobody holds it. Rubbish of others is looked for before, but not where a window shows:
    there it is looked for on the main thread alone (ui/kit/collecting.py)."""
    was, number = gc.isenabled(), next(_numbers)
    if was and lasting:
        gc.collect()
    gc.disable()
    _inside.add(number)
    try:
        yield
    finally:
        _inside.discard(number)
        if lasting:
            gc.freeze()
        if was:
            gc.enable()
