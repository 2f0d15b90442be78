"""NPDB responses lie under seal: canaries in their scans come out in the sealed insert, and nowhere else."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.papers.small_pdf import small_pdf
from workbench.actions import agendas, attaching, filing, packets, responses
from workbench.lists import application_file, file
from workbench.lists.named import list_named
from workbench.papers.pictures import Pages
from workbench.records.application import Application
from workbench.records.desk import Document
from workbench.records.evidence import NpdbQuery
from workbench.records.meeting_words import EDITIONS
from workbench.store import history


def put_on_file(provider: int, name: str, content: bytes, today: date) -> Any:
    """A document comes on a person's file, in a step of its own."""
    with history.step(f"Attach {name}"):
        return filing.put(provider, name, content, today)


CANARY = "canaryresponse"


@pytest.fixture
def query(packet_office: Any) -> Any:
    """The newest query about somebody on the agenda, with reports and without a scan."""
    found = NpdbQuery.select().where(NpdbQuery.provider == packet_office.flagged.provider_id).get()
    with history.step("No scan yet"):
        before, found.response = found.response_id, None
        found.save()
        Document.delete().where(Document.id == before).execute()
    return found


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Its name gives nothing away: what it is called does not keep it back."""
    path = tmp_path / "letter of august.pdf"
    path.write_bytes(small_pdf(says=(CANARY,)))
    return path


def said(meeting: int, edition: str, today: date) -> str:
    _, pdf = packets.preview(meeting, today, edition)
    with Pages(pdf) as pages:
        return " ".join(pages.text(number) for number in range(1, pages.count + 1))


def test_the_response_is_printed_in_the_sealed_insert_alone(
    packet_office: Any, query: Any, scan: Path, TODAY: date, assert_undoable: Any
) -> None:
    assert assert_undoable(lambda: responses.attach(query.id, scan, TODAY)) == []
    for edition in EDITIONS:
        text = said(packet_office.meeting.id, edition, TODAY)
        assert (CANARY in text) == (edition == "NPDB insert"), edition
        assert "letter of august" not in text


def test_it_is_no_document_of_the_file_in_any_list(packet_office: Any, query: Any, scan: Path, TODAY: date) -> None:
    before = list_named("documents").count(today=TODAY)
    responses.attach(query.id, scan, TODAY)
    asked = Application.get(Application.provider == query.provider_id)
    shown = [
        *file.read(query.provider_id, TODAY).parts["documents"],
        *application_file.read(asked.id, TODAY).parts["documents"],
    ]
    assert not any("NPDB response" in text or "august" in text for line in shown for text in line.texts)
    listed = list_named("documents")
    assert listed.count(today=TODAY) == before
    assert not any("august" in text for row in listed.page(listed.ids(today=TODAY), TODAY) for text in row.texts)
    assert len(listed.ids(today=TODAY, search="august")) == 0
    line = application_file.read(asked.id, TODAY).parts["npdb"][0]
    assert line.texts[4] == "Under seal"


def test_an_ordinary_document_with_the_same_content_goes_under_seal_with_it(
    packet_office: Any, query: Any, scan: Path, TODAY: date
) -> None:
    attaching.attach_files(query.provider_id, [scan], TODAY)
    responses.attach(query.id, scan, TODAY)
    assert not any("august" in " ".join(line.texts) for line in file.read(query.provider_id, TODAY).parts["documents"])
    assert CANARY not in said(packet_office.meeting.id, "Committee", TODAY)


def test_what_is_under_seal_is_not_attached_a_second_time_as_something_else(
    packet_office: Any, query: Any, scan: Path, TODAY: date
) -> None:
    responses.attach(query.id, scan, TODAY)
    content = scan.read_bytes()
    item = packet_office.put("Reports", title="A report")
    assert "under seal" in agendas.attach(item.id, "report.pdf", content, TODAY)[0].message
    assert "under seal" in put_on_file(packet_office.clean.provider_id, "other.pdf", content, TODAY)[0].message
    assert (
        attaching.attach_files(query.provider_id, [scan], TODAY).refused[0].startswith("letter of august.pdf is under")
    )


def test_what_is_on_an_agenda_is_not_put_under_seal(packet_office: Any, query: Any, scan: Path, TODAY: date) -> None:
    item = packet_office.put("Reports", title="A report")
    agendas.attach(item.id, "report.pdf", scan.read_bytes(), TODAY)
    assert "on an agenda" in responses.attach(query.id, scan, TODAY)[0].message
    assert NpdbQuery.get_by_id(query.id).response_id is None


@pytest.mark.parametrize("gone", ["taken out", "query deleted", "replaced"])
def test_a_response_never_becomes_an_ordinary_document(
    packet_office: Any, query: Any, scan: Path, tmp_path: Path, TODAY: date, gone: str, assert_undoable: Any
) -> None:
    responses.attach(query.id, scan, TODAY)
    other = tmp_path / "other.pdf"
    other.write_bytes(small_pdf(ink="1 0 0"))
    assert_undoable(
        {
            "taken out": lambda: responses.take_out([query.id]),
            "query deleted": lambda: responses.remove([query.id]),
            "replaced": lambda: responses.attach(query.id, other, TODAY),
        }[gone]
    )
    assert not Document.select().where(Document.file_name == scan.name).exists()
    assert CANARY not in said(packet_office.meeting.id, "Committee", TODAY)


@pytest.mark.parametrize("gone", ["taken out", "query deleted"])
def test_nor_does_its_copy_on_another_file(
    packet_office: Any, query: Any, scan: Path, TODAY: date, gone: str, assert_undoable: Any
) -> None:
    put_on_file(packet_office.clean.provider_id, scan.name, scan.read_bytes(), TODAY)
    responses.attach(query.id, scan, TODAY)
    person = packet_office.clean.provider_id
    shown = file.read(person, TODAY).parts["documents"]
    assert not any("august" in " ".join(line.texts) for line in shown)
    assert len(list_named("documents").ids(today=TODAY, search="august")) == 0
    take = {"taken out": responses.take_out, "query deleted": responses.remove}[gone]
    assert_undoable(lambda: take([query.id]))
    assert not Document.select().where(Document.file_name == scan.name).exists()


def test_an_empty_scan_and_the_response_of_another_query_are_named(
    query: Any, make: Any, scan: Path, tmp_path: Path, TODAY: date
) -> None:
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    assert "0 bytes" in responses.attach(query.id, empty, TODAY)[0].message
    responses.attach(query.id, scan, TODAY)
    second = make(NpdbQuery, provider=query.provider_id, queried=date(2025, 1, 2), result="", response=None)
    assert "another query" in responses.attach(second.id, scan, TODAY)[0].message
