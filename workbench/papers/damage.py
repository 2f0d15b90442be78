"""What a document does to the libraries that read it: told apart from what no document is to blame for.

The libraries promise no list of what they raise over a hostile or broken file, and it is wide: a PNG raises a SyntaxError, a TIFF a
struct.error. So everything is caught, one document never costs the others, and what nobody has met before is logged."""

import logging
import struct
import zlib

from pikepdf import PasswordError, PdfError

from workbench.errors import Cancelled, WorkbenchError, where

LOG = logging.getLogger("workbench.papers")
FAULTS = (Exception,)
"""What is caught around a library; whoever catches it calls weigh()."""
MET = (
    PdfError, PasswordError, OSError, SyntaxError, struct.error, zlib.error, EOFError, MemoryError, NotImplementedError,
    ValueError, TypeError, AttributeError, LookupError, ArithmeticError,
)  # fmt: skip
"""What they are known to raise; the last line over a part of a file that is there and is of another sort."""


def weigh(error: Exception) -> None:
    """Raise again what says nothing of the document: the user stopped, or one of our own rooms has its own sentence. Log, without any
    of its values, what no library is known to raise."""
    if isinstance(error, (Cancelled, WorkbenchError)):
        raise error
    if not isinstance(error, MET):
        LOG.warning("A document was not read:\n%s", where(error))
