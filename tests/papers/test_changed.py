"""What became another since a packet was issued: said by item, exactly where another page would be printed, and nowhere else."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.papers.conftest import pages_of, text_of
from tests.papers.packet_office import TODAY, PacketOffice
from tests.papers.small_pdf import small_pdf
from workbench.actions import meetings, packets, undoing
from workbench.actions.packets import Reader
from workbench.errors import WorkbenchError
from workbench.papers import changed
from workbench.records.application import Application, Reference
from workbench.records.committee import Seat
from workbench.records.credential import Credential
from workbench.records.meeting import ActionItem, AgendaItem, IssuedPacket
from workbench.records.provider import Provider
from workbench.store import history, settings


@pytest.fixture
def issued(packet_office: PacketOffice, tmp_path: Path) -> PacketOffice:
    """The office after its packet went out."""
    packets.issue(packet_office.meeting.id, tmp_path, [Reader("A"), Reader("B")], TODAY)
    return packet_office


def since(office: PacketOffice) -> changed.Changes:
    found = changed.since_issued(office.meeting.id)
    assert found is not None
    return found


def _set(record, **values) -> None:
    with history.step("Change"):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()


def test_before_an_issue_there_is_nothing_to_compare(packet_office):
    assert changed.since_issued(packet_office.meeting.id) is None


def test_nothing_changed_however_many_days_pass(issued, clock):
    clock.now += timedelta(days=5)
    assert not since(issued).any and since(issued).said == ""


def test_what_is_not_printed_is_no_change(issued):
    person = issued.clean.provider
    _set(Provider.get_by_id(person.id), cell="555-0100", street="9 Elm", birth_date=date(1980, 1, 1), remarks="x")
    _set(issued.before, remarks="of the office alone")
    assert not since(issued).any


@pytest.mark.parametrize(
    "change",
    (
        lambda office: _set(Application.get_by_id(office.clean.id), chair_report="Otherwise."),
        lambda office: _set(
            Reference.select().where(Reference.application == office.clean).first(), comment="Otherwise."
        ),
        lambda office: _set(Credential.get(Credential.provider == office.clean.provider), expires=date(2031, 1, 1)),
        lambda office: _set(Provider.get_by_id(office.clean.provider.id), npi="1234567893"),
        lambda office: office.attach(office.clean.provider, "new.pdf", small_pdf()),
    ),
)
def test_a_file_that_would_print_otherwise_is_one_item(issued, change):
    change(issued)
    found = since(issued)
    assert found.said == "changed since it was issued: 1 item" and len(found.changed) == 1 and "Banerjee" in found.told


def test_a_scan_that_was_exchanged_is_a_change(packet_office, tmp_path):
    scan = packet_office.attach(packet_office.clean.provider, "a.pdf", small_pdf())
    packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY)
    other = packet_office.attach(packet_office.flagged.provider, "b.pdf", small_pdf(says=("another",)))
    _set(scan, sha256=other.sha256)
    assert len(since(packet_office).changed) == 2


def test_items_that_came_went_and_moved_are_told_apart(issued):
    last = AgendaItem.select().where(AgendaItem.meeting == issued.meeting).order_by(AgendaItem.position.desc()).first()
    with history.step("Off and on"):
        AgendaItem.get(AgendaItem.application == issued.flagged).delete_instance()
    issued.put("Other business", title="Parking")
    found = since(issued)
    assert (found.count, found.removed) == (2, ("Morris, Kevin T., DO",))
    assert found.told == "New: Parking. Taken off: Morris, Kevin T., DO."
    undoing.undo()
    undoing.undo()
    assert not since(issued).any
    meetings.move_section(issued.meeting.id, last.section, -1)
    assert since(issued).what == "the order of the items"


def test_what_is_no_item_is_named(issued, make):
    _set(Seat.get(Seat.name == "A. Ruiz, DO"), ends=date(2028, 1, 1))
    make(ActionItem, committee=issued.committee, raised_at=issued.before, title="Call the carrier", done=None)
    _set(issued.meeting, place="Library")
    found = since(issued)
    assert found.count == 0
    assert found.said == ("changed since it was issued: the cover, the attendance sheet and the open action items")
    with history.step("Legend"):
        settings.save(legend="Another statute.")
    assert "cover" in since(issued).what


def test_an_issue_of_another_version_is_not_compared(issued):
    kept = IssuedPacket.get()
    manifest = json.loads(kept.manifest) | {"form": "older"}
    _set(kept, manifest=json.dumps(manifest))
    assert since(issued).unknown and not since(issued).any and "another version" in since(issued).said
    with pytest.raises(WorkbenchError, match="another version"):
        packets.issue(issued.meeting.id, Path("nowhere"), [Reader("A")], TODAY, supplement=True)


def test_a_supplement_holds_what_changed_and_settles_it(issued, tmp_path):
    with pytest.raises(WorkbenchError, match="Nothing changed since issue 1 of Nov 24 2026. Nothing was written"):
        packets.issue(issued.meeting.id, tmp_path, [Reader("A")], TODAY, supplement=True)
    issued.attach(issued.clean.provider, "new.pdf", small_pdf(says=("canarynew",)))
    issued.attach(issued.app.provider, "other.pdf", small_pdf(says=("canaryother",)))
    with history.step("Off"):
        AgendaItem.get(AgendaItem.application == issued.app).delete_instance()
    made = packets.issue(issued.meeting.id, tmp_path, [Reader("A"), Reader("B")], TODAY, supplement=True)
    assert history.newest().name == "Issue supplement to the packet of Credentials, Dec 1 2026, issue 2, copies 1 to 2"
    said, first = text_of(made.files[0]), " ".join(pages_of(made.files[0])[0].split())
    assert "Supplement to issue 1" in first and "Keep that copy" in first
    assert "Changed: Banerjee, Arjun K., MD. Taken off: Lopez, Ana, PA-C." in first
    assert "canarynew" in said and "canaryother" not in said and "NPI 1245319599" not in said
    assert "Morris" in said, "the agenda is whole"
    assert all("Issue 2, copy 1 of 2, A" in page for page in pages_of(made.files[0]))
    assert IssuedPacket.get_by_id(made.packet).supplement and not since(issued).any
    whole = packets.issue(issued.meeting.id, tmp_path, [Reader("C")], TODAY)
    first = " ".join(pages_of(whole.files[0])[0].split())
    assert "This is issue 3. It says the same as issue 1 of Nov 24 2026 with its supplement." in first


def test_another_issue_says_what_it_replaces(issued, tmp_path):
    same = packets.issue(issued.meeting.id, tmp_path, [Reader("C")], TODAY)
    assert "It says the same as issue 1 of Nov 24 2026." in " ".join(pages_of(same.files[0])[0].split())
    issued.put("Other business", title="Parking")
    other = packets.issue(issued.meeting.id, tmp_path, [Reader("A")], TODAY)
    first = " ".join(pages_of(other.files[0])[0].split())
    assert "This is issue 3. It replaces issue 2 of Nov 24 2026, whose copies do not count any more." in first


def test_a_recalled_issue_is_nothing_to_compare_with(issued):
    undoing.undo()
    assert changed.since_issued(issued.meeting.id) is None


def test_many_meetings_are_compared_once_until_something_is_written(issued, monkeypatch):
    asked = []
    real = changed.since_issued
    monkeypatch.setattr(changed, "since_issued", lambda *about: asked.append(about) or real(*about))
    assert changed.open_meetings() == [issued.meeting.id]
    for _ in range(3):
        assert not changed.of_all(changed.open_meetings())[issued.meeting.id].any
    assert len(asked) == 1
    issued.put("Other business", title="Parking")
    assert changed.of_all(changed.open_meetings())[issued.meeting.id].what == "1 item" and len(asked) == 2


def agenda_of(path: Path) -> list[str]:
    """The lines of a packet's agenda, each without more than one space."""
    page = next(each for each in pages_of(path) if "Anyone with a conflict of interest" in each)
    return [" ".join(line.split()) for line in page.splitlines()]


def line_of(path: Path, name: str) -> str:
    return next(each for each in agenda_of(path) if name in each)


def test_a_supplement_keeps_the_numbers_that_readers_hold_and_says_where_the_rest_lies(packet_office, tmp_path):
    first = packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY)
    number, page = line_of(first.files[0], "Lopez").split()[0], line_of(first.files[0], "Lopez").split()[-1]
    assert number == "5.2" and page.isdigit()
    with history.step("Off"):
        AgendaItem.get(AgendaItem.application == packet_office.flagged).delete_instance()  # 5.1: now Lopez is alone
    packet_office.put("Initial appointments", application=_another(packet_office))
    packet_office.put("Other business", title="Parking")
    made = packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY, supplement=True)
    assert line_of(made.files[0], "Lopez").startswith("5.2 ") and line_of(made.files[0], "Lopez").endswith(
        f"issue 1, {page}"
    )
    assert (
        line_of(made.files[0], "Nguyen").startswith("5.3 ") and line_of(made.files[0], "Nguyen").split()[-1].isdigit()
    )
    assert line_of(made.files[0], "Parking").startswith("8 ")
    assert any("Item 5.3 · Nguyen" in each for each in pages_of(made.files[0]))
    with history.step("Change"):
        packet_office.app.provider.npi = "1234567893"
        packet_office.app.provider.save()
    again = packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY, supplement=True)
    new_page = line_of(made.files[0], "Nguyen").split()[-1]
    assert line_of(again.files[0], "Nguyen").startswith("5.3 ")
    assert line_of(again.files[0], "Nguyen").endswith(f"issue 2, {new_page}")
    assert any("Item 5.2 · Lopez" in each for each in pages_of(again.files[0]))


def test_what_comes_between_has_a_letter(packet_office, tmp_path):
    packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY)
    between = packet_office.put("Initial appointments", application=_another(packet_office))
    rows = list(AgendaItem.select().where(AgendaItem.meeting == packet_office.meeting).order_by(AgendaItem.position))
    place = next(n for n, each in enumerate(rows) if each.application_id == packet_office.app.id)
    rows.insert(place, rows.pop(next(n for n, each in enumerate(rows) if each.id == between.id)))
    with history.step("Order"):
        for position, each in enumerate(rows):
            each.position = position
            each.save()
    packet_office.put("Policy", title="Telemedicine")
    made = packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY, supplement=True)
    numbers = [
        line_of(made.files[0], each).split()[0] for each in ("Morris", "Nguyen", "Lopez", "Robotic", "Telemedicine")
    ]
    assert numbers == ["5.1", "5.1a", "5.2", "7", "7a"]


def test_what_was_moved_keeps_its_number_and_many_come_between(packet_office, tmp_path):
    packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY)
    moved = AgendaItem.get(AgendaItem.application == packet_office.app)
    with history.step("Onto the consent list"):
        moved.section, moved.position = "Consent list", -1
        moved.save()
    for number in range(28):
        packet_office.put("Policy", title=f"Paper {number}.")
    made = packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY, supplement=True)
    names = ("Lopez", "Banerjee", "Morris", "Robotic", "Paper 0.", "Paper 25.", "Paper 27.")
    assert [line_of(made.files[0], each).split()[0] for each in names] == ["5.2", "4.1", "5.1", "7", "7a", "7z", "7ab"]


def _another(office: PacketOffice) -> Application:
    person = office._person("Nguyen", "Kim", "1003000126")
    return office._application(person, "Initial appointment", fppe="")
