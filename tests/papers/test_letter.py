"""Drafts of e-mails, read back by the standard library: names with accents, attachments whole, no way to smuggle a header."""

from email import message_from_bytes
from email.policy import default

import pytest

from workbench.errors import WorkbenchError
from workbench.papers.letter import Attachment, Draft, eml

PDF = b"%PDF-1.7\n\x00\xff\r\nbinary\n%%EOF\n"
PLAIN = Draft(
    (("Núñez Ibáñez, José", "jose@example.org"), ('O"Neil, Ann', "ann@example.org")),
    "Your copy of the packet of Credentials Committee, Dec 1 2026 — Größe",
    "Attached is your copy.\n\nConfidential: naïve café — ok\n.\nFrom here\n",
    (
        Attachment("Packet Größe 2026-12-01.pdf", PDF),
        Attachment("Meeting.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ),
)


def read(draft: Draft):
    return message_from_bytes(eml(draft), policy=default)


def test_outlook_opens_it_as_a_draft():
    message = read(PLAIN)
    assert message["X-Unsent"] == "1"
    assert message["From"] is None and message["Date"] is None


def test_names_with_accents_and_quotes_come_back():
    first, second = read(PLAIN)["To"].addresses
    assert (first.display_name, first.addr_spec) == ("Núñez Ibáñez, José", "jose@example.org")
    assert (second.display_name, second.addr_spec) == ('O"Neil, Ann', "ann@example.org")
    assert read(PLAIN)["Subject"] == PLAIN.subject


def test_a_long_subject_and_many_names_come_back_whole():
    subject = "Réunion — " * 40 + "end"
    many = tuple((f"Müller-Lüdenscheidt, Åke {n}", f"member{n}@example.org") for n in range(60))
    message = read(Draft(many, subject, "Hi\n"))
    assert message["Subject"] == subject
    assert [(each.display_name, each.addr_spec) for each in message["To"].addresses] == list(many)


def test_the_body_is_plain_text_and_comes_back():
    body = read(PLAIN).get_body()
    assert body.get_content_type() == "text/plain"
    assert body.get_content().replace("\r\n", "\n") == PLAIN.body


def test_attachments_come_back_byte_for_byte_under_their_names():
    first, second = read(PLAIN).iter_attachments()
    assert (first.get_filename(), first.get_content_type(), first.get_content()) == (
        "Packet Größe 2026-12-01.pdf",
        "application/pdf",
        PDF,
    )
    assert second.get_filename() == "Meeting.ics" and second.get_content_type() == "text/calendar"


def test_every_line_is_short_ascii_and_ends_as_mail_wants():
    whole = eml(PLAIN)
    assert whole.isascii()
    assert whole.count(b"\n") == whole.count(b"\r\n")
    assert all(len(line) <= 998 for line in whole.split(b"\r\n"))


def test_a_line_break_in_a_subject_begins_no_header():
    message = read(Draft((("A\r\nBcc: x@example.org", "a@example.org"),), "Hello\r\nBcc: y@example.org", "Hi\n"))
    assert message["Bcc"] is None
    assert message["Subject"] == "Hello Bcc: y@example.org"


@pytest.mark.parametrize("wrong", ["nobody", "a@b@c", "<>", "a b@example.org", ""])
def test_an_address_that_is_none_is_said(wrong):
    with pytest.raises(WorkbenchError, match="is not an e-mail address"):
        eml(Draft((("Ann Lee", wrong),), "Hello", "Hi\n"))


def test_a_draft_that_mail_systems_refuse_is_called_large():
    assert not PLAIN.is_large
    assert Draft((), "", "", (Attachment("a.pdf", bytes(20_000_001)),)).is_large
