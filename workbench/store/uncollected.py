"""Work that makes many small objects which all stay: looking among them for rubbish takes up to a third of its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(lasting: bool = False) -> Iterator[None]:
    """Inside, nobody looks for rubbish; afterwards as before.

    What is lasting is let alone afterwards too, since that would take half a second in which nothing answers: rubbish of others is
    looked for before, and what is made must not point back at itself, so that it goes when nobody holds it."""
    was = gc.isenabled()
    if was and lasting:
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was and lasting:
            gc.freeze()
        if was:
            gc.enable()
