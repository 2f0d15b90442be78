"""A draft of an e-mail as a file (.eml) that the office's mail program opens, ready to be looked over and sent."""

from dataclasses import dataclass
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from pathlib import PurePath

from workbench.errors import WorkbenchError
from workbench.papers.private import veiled

LARGE = 20_000_000
"""Bytes of attachments from which most mail systems refuse a message."""
_SORTS = {".pdf": "application/pdf", ".ics": "text/calendar"}


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a draft."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Draft:
    """All that a draft says; it has no sender and no date, which are those of whoever sends it."""

    to: tuple[tuple[str, str], ...]
    """(name, address) of those it goes to."""
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()

    @property
    def is_large(self) -> bool:
        """Whether most mail systems would refuse it."""
        return sum(len(each.content) for each in self.attachments) > LARGE


def eml(draft: Draft) -> bytes:
    """The file; X-Unsent makes Outlook open it as a draft. Raises WorkbenchError for an address that is none."""
    draft, message = veiled(draft), EmailMessage(policy=SMTP)
    message.set_content(draft.body, cte="quoted-printable")
    for each in draft.attachments:
        sort = _SORTS.get(PurePath(each.name).suffix.lower(), "application/octet-stream").split("/")
        message.add_attachment(each.content, maintype=sort[0], subtype=sort[1], filename=_line(each.name))
    # To and Subject are folded here: the library drops a space where it folds between two words that it encodes.
    to = ",\r\n ".join(_address(name, address) for name, address in draft.to)
    subject = Header(_line(draft.subject), maxlinelen=75, header_name="Subject").encode(linesep="\r\n")
    return f"X-Unsent: 1\r\nTo: {to}\r\nSubject: {subject}\r\n".encode("ascii") + message.as_bytes()


def _address(name: str, address: str) -> str:
    try:
        written = Address(_line(name), addr_spec=address.strip()).addr_spec
        written.encode("ascii")
        return formataddr((_line(name), written))
    except (ValueError, MessageError, IndexError) as error:
        raise WorkbenchError(
            f"“{address}” is not an e-mail address that a mail program takes. Nothing was written. "
            f"Correct it on the seat or the file of {name or 'the reader'}."
        ) from error


def _line(text: str) -> str:
    """One line, whatever was typed: a line break would begin another header."""
    return " ".join(text.split())
