"""A person's file: what it shows, how it is written, what stays a draft, how it stood on a day."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import filing, renewing, undoing
from workbench.lists import file, file_history
from workbench.lists.file_quality import ALL_PARTS
from workbench.lists.writable import may_set
from workbench.records.appointment import Appointment
from workbench.records.background import Education
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note
from workbench.records.office_lists import Category, CredentialSort, Specialty
from workbench.records.privilege import HeldPrivilege
from workbench.records.provider import Identifier, Provider
from workbench.store import blobs, database, drafts, history, trail
from workbench.ui.kit.boxes import DOTS
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.labels import Words
from workbench.ui.pages.file_tabs import TABS
from workbench.ui.pages.provider_file import ProviderFile


@pytest.fixture
def person(office, make, TODAY):
    """One with a lapsed license, one that ends soon, and one earlier term."""
    found = make(
        Provider,
        last="Okafor",
        first="Adaeze",
        degree="MD",
        npi="1477552867",
        pager="555-7781",
        birth_date=date(1976, 4, 9),
        ssn_last4="4417",
        specialty=Specialty.get(Specialty.name == "Interventional Cardiology"),
        category=Category.get(Category.name == "Active"),
    )
    sort = {each.key: each for each in CredentialSort.select()}
    make(
        Credential,
        provider=found,
        sort=sort["license"],
        number="036-119204",
        state="IL",
        expires=date(2026, 11, 20),
        verified=TODAY,
        source="x",
    )
    make(Credential, provider=found, sort=sort["dea"], number="FO3398215", expires=date(2026, 12, 31))
    make(
        Credential,
        provider=found,
        sort=sort["license"],
        number="036-119204",
        state="IL",
        expires=date(2023, 7, 31),
        past=True,
    )
    make(Appointment, provider=found, ends=date(2027, 3, 31))
    return found


@pytest.fixture
def page(office, person, make, TODAY, tmp_path, qtbot):
    make(Provider, last="Aaron", first="Bo")
    shown = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    shown.open(provider=person.id)
    return shown


def dialog(page):
    return next(each for each in page.findChildren(FormDialog) if each.isVisible())


def banners(page, monkeypatch):
    said = {}
    monkeypatch.setattr(page.shell, "banner", lambda key, text, actions=(), tone="": said.__setitem__(key, text))
    monkeypatch.setattr(page.shell, "no_banner", lambda key: said.pop(key, None))
    return said


def test_the_head_says_only_what_exists(page, person):
    assert page.file.title == "Okafor, Adaeze, MD"
    assert page.file.line == "Interventional Cardiology · Active staff · NPI 1477552867 · to Mar 31 2027"
    assert page.file.pills == (("Active", "good"), ("1 expired", "bad"), ("1 expiring", "warn"))


def test_nothing_is_chased_of_somebody_who_left(person, TODAY):
    filing.set_status([person.id], "Retired", TODAY)
    found = file.read(person.id, TODAY)
    assert found.pills == (("Retired", "quiet"),) and found.matters == ()


def test_what_needs_attention_is_told_worst_first_with_its_day(page):
    said = [(each.tone, each.headline, each.sentence) for each in page.file.matters]
    assert said[0] == ("bad", "State license expired", "IL 036-119204 ended Nov 20 2026, 4 days ago.")
    assert said[1] == ("info", "DEA registration expires", "FO3398215 ends Dec 31 2026, in 37 days.")
    assert said[2] == ("warn", "1 not verified at the source", "DEA registration.")


def test_a_file_is_read_in_as_many_queries_whatever_it_holds(person, make, TODAY, queries):
    count = queries(lambda: file.read(person.id, TODAY))
    for number in range(20):
        make(Credential, provider=person, number=str(number))
        make(Education, provider=person)
        make(Appointment, provider=person)
        make(HeldPrivilege, provider=person, starts=TODAY)
        make(Document, provider=person, credential=Credential.select().first())
    assert queries(lambda: file.read(person.id, TODAY)) == count <= len(ALL_PARTS) + 8


def test_the_birth_date_and_the_ssn_are_dots_until_asked_for_and_at_the_next_person_again(page, person):
    card = page.summary.person
    said = lambda: [label.text() for label in card.findChildren(Words)]  # noqa: E731
    assert "Apr 9 1976" not in said() and "4417" not in said() and DOTS in said()
    card.show_masked.trigger()
    assert "Apr 9 1976" in said() and "4417" in said()
    page._step(-1)
    page._step(1)
    assert "4417" not in said()


def test_a_field_is_kept_when_its_box_is_left_and_only_if_it_changed(page, person, qtbot):
    newest = history.newest().id
    page.edit.trigger()
    form = page.summary.written().forms[1]
    form.box("pager").line.editingFinished.emit()
    assert history.newest().id == newest
    qtbot.keyClicks(form.box("cell").line, "555-3320")
    form.box("cell").line.editingFinished.emit()
    assert Provider.get_by_id(person.id).cell == "555-3320"
    assert history.newest().name == "Change cell of Okafor, Adaeze, MD"
    page.session.undo()
    assert Provider.get_by_id(person.id).cell == "" and form.box("cell").text() == ""


def test_text_with_a_problem_is_never_written_stays_as_a_draft_and_is_offered_again(page, person, monkeypatch, qtbot):
    said = banners(page, monkeypatch)
    page.edit.trigger()
    form = page.summary.written().forms[0]
    form.box("npi").line.setText("1477552864")
    form.box("npi").line.editingFinished.emit()
    assert Provider.get_by_id(person.id).npi == "1477552867"
    assert drafts.of("provider", person.id) == {"npi": "1477552864"}
    page._step(-1)
    assert not said
    page._step(1)
    assert said["file-draft"].endswith("NPI.")
    page._mend.trigger()
    assert form.box("npi").text() == "1477552864" and form._notes["npi"].text() == "NPI fails its check digit."
    form.box("npi").line.setText("1234567893")
    form.box("npi").line.editingFinished.emit()
    assert Provider.get_by_id(person.id).npi == "1234567893" and drafts.of("provider", person.id) == {} and not said


def test_esc_in_a_box_leaves_the_value_goes_back_to_what_is_read_and_loses_no_text(page, person, qtbot, monkeypatch):
    undone, newest = [], history.newest().id
    monkeypatch.setattr(page.session.messages, "toast", lambda said, undo=None: undone.append((said, undo)))
    page.edit.trigger()
    form = page.summary.written().forms[1]
    form.focus("pager")
    qtbot.waitUntil(lambda: form.focused() is form.box("pager"))
    qtbot.keyClicks(form.box("pager").line, "999")
    qtbot.keyClick(form.box("pager").line, Qt.Key.Key_Escape)
    assert not page.summary.editing and history.newest().id == newest and drafts.of("provider", person.id) == {}
    assert form.box("pager").text() == (Provider.get_by_id(person.id).pager or "")
    [(said, undo)] = undone
    assert said == "Pager stays as it was; what was typed was not kept."
    undo()
    assert page.summary.editing and form.box("pager").text().endswith("999")
    page.edit.trigger()
    assert Provider.get_by_id(person.id).pager.endswith("999"), "and then it is kept as ever"


def test_esc_in_a_box_without_anything_typed_goes_back_too_and_what_could_not_be_kept_stays_a_draft(
    page, person, qtbot
):
    page.edit.trigger()
    form = page.summary.written().forms[0]
    form.box("npi").line.setText("12")
    form.box("npi").line.editingFinished.emit()
    form.focus("npi")
    qtbot.waitUntil(lambda: form.focused() is form.box("npi"))
    qtbot.keyClick(form.box("npi").line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.summary.editing)
    assert drafts.of("provider", person.id) == {"npi": "12"}


def test_a_draft_that_is_dropped_leaves_what_was_kept(page, person):
    page.edit.trigger()
    form = page.summary.written().forms[0]
    form.box("npi").line.setText("12")
    form.box("npi").line.editingFinished.emit()
    page._forget.trigger()
    assert form.box("npi").text() == "1477552867" and drafts.of("provider", person.id) == {}


def test_earlier_terms_have_a_chip_of_their_own(page):
    page.tabs.choose("credentials")
    tab = page.credentials
    assert [tab.chips.current(), tab.table.count()] == ["current", 2]
    tab.chips.choose("past")
    tab._show_terms()
    assert tab.table.count() == 1 and not page.renew.isEnabled()


def test_a_renewed_credential_stays_the_chosen_one(page, person):
    lapsed = Credential.get(Credential.expires == date(2026, 11, 20))
    page.open(provider=person.id, credential=lapsed.id)
    page.session.do(renewing.renew, lapsed, date(2029, 7, 31))
    chosen = Credential.get_by_id(page.credentials.table.current())
    assert (chosen.number, chosen.expires) == ("036-119204", date(2029, 7, 31))
    page.session.undo()
    assert page.credentials.table.current() == lapsed.id


def test_only_the_part_that_is_asked_for_is_drawn_of_another_person(page, monkeypatch):
    page.show_tab("credentials")
    drawn, shown = [], page.part("background")
    monkeypatch.setattr(page.credentials, "show_file", lambda file: drawn.append("credentials"))
    monkeypatch.setattr(shown, "show_file", lambda file: drawn.append("background"))
    page.open(provider=Provider.get(last="Aaron").id, tab="background")
    assert drawn == ["background"] and page.tabs.current() == "background"
    page.show_tab("credentials")
    assert drawn == ["background", "credentials"]


def test_every_part_can_be_made_before_anybody_is_shown(office, TODAY, tmp_path, qtbot):
    page = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    for make_part in page.to_make():
        make_part()
    assert set(page._parts) == {key for key, _ in TABS}


def test_a_credential_that_was_asked_for_is_gone_to(page, person):
    asked = Credential.get(Credential.number == "FO3398215")
    page.open(provider=person.id, credential=asked.id)
    assert page.tabs.current() == "credentials" and page.credentials.table.current() == asked.id
    assert page.credentials.card.title.text() == "DEA registration FO3398215"


def test_a_credential_is_added_and_deleted_by_count(page, person):
    page.tabs.choose("credentials")
    page.new.trigger()
    asked = dialog(page)
    sort = CredentialSort.get(CredentialSort.key == "board")
    asked.form.set_values({"sort": (sort.id, sort.name), "title": "Cardiovascular Disease", "continuing": True})
    asked.accept()
    assert (
        len(page.file.current) == 3
        and history.newest().name == "Add credential Board certification Cardiovascular Disease of Okafor, Adaeze, MD"
    )
    added = Credential.get(Credential.title == "Cardiovascular Disease")
    page.credentials.table.select([added.id])
    page.drop.trigger()
    assert page.session.messages.asked == ["Delete 1 credential? [Delete 1 credential]"] and len(page.file.current) == 2


@pytest.mark.parametrize("part", ALL_PARTS, ids=lambda part: part.key)
def test_every_part_shows_what_was_made(part, person, make, TODAY):
    made = make(part.kind.model, provider=person, **({"element": "claims"} if part.key == "looks" else {}))
    line = next(each for each in file.read(person.id, TODAY).parts[part.key] if each.id == made.id)
    assert len(line.texts) == len(line.tones) == len(part.headings)


def test_education_is_added_changed_and_deleted_on_the_file(page, person):
    page.tabs.choose("background")
    card = page.part("background").cards[0]
    card.new.trigger()
    asked = dialog(page)
    asked.form.set_values({"sort": "Residency", "institution": "Cook County", "started": "2005-07", "ended": "2004"})
    asked.accept()
    assert asked.isVisible() and Education.select().count() == 0, "it ended before it began"
    asked.form.set_values({"sort": "Residency", "institution": "Cook County", "started": "2005-07", "ended": "2007-06"})
    asked.accept()
    told = ("Residency", "Cook County", "", "Jul 2005", "Jun 2007", "Stated, not verified")
    assert page.file.parts["education"][0].texts == told
    card.table.select([page.file.parts["education"][0].id])
    card.drop.trigger()
    assert Education.select().count() == 0


def _open_elsewhere(*_):
    raise PermissionError(13, "Access is denied")


def test_a_document_is_attached_once_by_its_content_and_a_copy_is_the_same(page, person, tmp_path, monkeypatch):
    scan = tmp_path / "license.pdf"
    scan.write_bytes(b"%PDF-1.4")
    page.tabs.choose("documents")
    page.part("documents").attach([scan])
    page.part("documents").attach([scan])
    assert Document.select().count() == 1
    assert page.session.messages.told[-1].endswith("license.pdf is on this file already.")
    assert blobs.fetch(Document.get().sha256) == b"%PDF-1.4"
    page.part("documents")._write(tmp_path / "copy.pdf", filing.content_of(Document.get().id)[1])
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF-1.4"
    with monkeypatch.context() as patched:
        patched.setattr("os.replace", _open_elsewhere)
        page.part("documents")._write(tmp_path / "copy.pdf", b"another")
    assert "“copy.pdf” cannot be written, since it is open in a PDF reader" in page.session.messages.errors[-1]
    assert {each.name for each in tmp_path.glob("*copy*")} == {"copy.pdf"}
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF-1.4"
    page.part("documents").attach([tmp_path / "gone.pdf"])
    assert "could not be read" in page.session.messages.told[-1]


def test_a_note_begins_with_today_and_who_works_here(page, person, TODAY):
    page.tabs.choose("desk")
    page.part("desk").cards[1].new.trigger()
    asked = dialog(page)
    asked.form.box("text").edit.setPlainText("Called: the renewal is pending.")
    asked.accept()
    note = Note.get()
    assert (note.said, note.by, note.text) == (TODAY, "Ann", "Called: the renewal is pending.")


def test_the_history_names_old_and_new_and_never_a_masked_value(person, clock, TODAY):
    clock.now = datetime(2026, 11, 24, 10)
    filing.set_field(person.id, "pager", "555-7782")
    clock.now = datetime(2026, 11, 24, 11)
    filing.set_field(person.id, "birth_date", date(1976, 4, 8))
    told = [line.texts for line in file_history.lines(person.id, TODAY)]
    assert told[0] == ("Nov 24 2026 11:00", "Ann", "Change birth date", "Person", "Birth date", "not shown")
    assert told[1] == ("Nov 24 2026 10:00", "Ann", "Change pager", "Person", "Pager", "555-7781 ⇒ 555-7782")
    assert not any("1976" in text or "4417" in text for texts in told for text in texts)


def test_the_history_tells_what_was_deleted_and_keeps_others_records_out(person, make, clock, TODAY):
    other = make(Provider, last="Zimmer", first="Uwe")
    for whose, number in ((person, "036-777"), (other, "036-888")):
        gone = make(Credential, provider=whose, number=number)
        clock.now = datetime(2026, 11, 24, 13)
        with history.step(f"Delete license {number}"):
            gone.delete_instance()
    told = [line.texts for line in file_history.lines(person.id, TODAY)]
    assert (
        told[0][2] == "Delete license 036-777"
        and told[0][-1].startswith("Deleted: Kind State license")
        and "036-777" in told[0][3]
    )
    assert not any("036-888" in text for texts in told for text in texts)
    undoing.undo()  # the other's comes back
    undoing.undo()  # the step that made it
    assert len([line for line in file_history.lines(person.id, TODAY) if line.texts[-1].startswith("Deleted")]) == 1


def test_what_was_deleted_is_found_by_its_index(person):
    said: list[str] = []
    database.connection().set_trace_callback(said.append)
    trail.ended("credential", "provider_id", person.id)
    database.connection().set_trace_callback(None)
    plan = database.execute_sql(f"EXPLAIN QUERY PLAN {said[-1]}").fetchall()
    assert any("change_ended" in row[-1] for row in plan), plan


def test_edits_to_one_record_within_ten_minutes_are_one_line_a_field(person, clock, TODAY):
    for minute, pager in ((0, "1"), (5, "2"), (9, "3")):
        clock.now = datetime(2026, 11, 24, 12, minute)
        filing.set_field(person.id, "pager", pager)
    told = [line.texts[-1] for line in file_history.lines(person.id, TODAY) if line.texts[4] == "Pager"]
    assert told == ["555-7781 ⇒ 3"]


def test_the_file_as_of_a_day_is_read_only_and_shows_what_stood_then(page, person, clock, TODAY, monkeypatch):
    said = banners(page, monkeypatch)
    clock.now = datetime(2026, 11, 26, 9)
    monkeypatch.setattr(page.session, "_today", date(2026, 11, 26))
    page.session.do(filing.set_field, person.id, "pager", "555-9999")
    page.show_day(TODAY)
    assert ("Pager", "555-7781") in page.file.contacts and not page.can_write()
    assert "Nov 24 2026" in said["file-as-of"]
    assert not any(each.isEnabled() for each in (page.edit, page.new, page.attach, page.renew))
    page.today_again.trigger()
    assert ("Pager", "555-9999") in page.file.contacts and not said and page.edit.isEnabled()


def test_a_day_before_there_was_a_file_says_so_and_shows_today(page):
    page.show_day(date(2020, 1, 1))
    assert page.session.messages.told and page.can_write()


def test_the_next_and_the_previous_person_of_the_list_are_one_key_away(page, person):
    assert page.place.text() == "2 of 2" and not page.after.isEnabled()
    page.before.trigger()
    assert page.file.title == "Aaron, Bo" and page.place.text() == "1 of 2"


def test_back_goes_from_writing_to_reading_and_from_there_to_the_list(page, person):
    page.edit.trigger()
    assert page.summary.editing
    page.back.trigger()
    assert not page.summary.editing and not page.shell.went
    page.back.trigger()
    assert page.shell.went == [("providers", {"current": person.id})]


def test_a_file_whose_person_is_deleted_goes_back_to_the_list(page, person):
    page.session.do(lambda: filing.remove(file_history.PROVIDERS, [person.id], "provider", "Okafor"))
    assert page.shell.went[-1][0] == "providers" and page.file is None


def test_every_action_has_a_key_and_every_mnemonic_is_its_own(page):
    assert all(each.shortcuts() for each in page.actions())
    marks = [each.text()[each.text().index("&") + 1].lower() for each in page.actions() if "&" in each.text()]
    assert len(marks) == len(set(marks)), marks


def test_the_main_table_has_the_name_of_the_page(page):
    assert page.credentials.table.accessibleName() == page.title


def test_ctrl_page_down_turns_the_tabs(page, qtbot):
    before = page.tabs.current()
    page.next_tab.trigger()
    assert (before, page.tabs.current()) == ("summary", "credentials")


def test_the_tables_of_a_file_are_edited_where_they_stand(page, person, make):
    number = make(Identifier, provider=person, sort="Dictation", value="4410")
    page.refresh({"identifier"})
    card = page.summary.cards[2]
    card.table.go_to(number.id)
    assert card.cells._typed(number.id, "1", "4471") == ""
    assert Identifier.get_by_id(number.id).value == "4471"
    assert page.session.undo_name == "Change number of Dictation · 4410 of Okafor, Adaeze, MD"
    assert card.cells._typed(number.id, "1", ""), "an empty one is refused"
    assert Identifier.get_by_id(number.id).value == "4471"
    held = page.summary.cards[1]
    (term,) = held.table.ids()
    assert held.cells._typed(term, "4", "4/30/2027") == ""
    assert Appointment.get_by_id(term).ends == date(2027, 4, 30)
    assert held.cells._typed(term, "0", "No such place") and Appointment.get_by_id(term).facility is None


def test_nothing_of_a_file_is_edited_as_of_a_day(page, person, make, TODAY):
    make(Identifier, provider=person, sort="Dictation", value="4410")
    page.refresh({"identifier"})
    card = page.summary.cards[2]
    assert card.table.model_.editable
    page.past = TODAY
    card.weigh()
    assert not card.table.model_.editable and not card.cells.edit.isEnabled()


def test_every_cell_that_is_edited_shows_the_field_it_sets(page, person, make):
    from workbench.lists import file_cells

    parts = {part.key: part for part in ALL_PARTS}
    for key, fields in file_cells.CELLS.items():
        assert len(fields) <= len(parts[key].headings)
        for name in filter(None, fields):
            assert may_set(parts[key].kind, name) and name in parts[key].kind.model._meta.fields


def test_what_a_screen_reader_writes_without_the_keyboard_is_kept_by_done(page: ProviderFile) -> None:
    page.edit.trigger()
    forms = page.summary.written()
    form = next(each for each in forms.forms if "preferred" in each.values())
    form.box("preferred").line.setText("Ada")
    page.edit.trigger()
    assert Provider.get_by_id(page.file.id).preferred == "Ada"


@pytest.mark.parametrize(("tab", "table"), [("desk", "note"), ("background", "education"), ("documents", "document")])
def test_a_record_that_a_search_found_is_gone_to(page, person, make, TODAY, tab, table):
    made = {
        "note": lambda: [make(Note, provider=person, said=TODAY, text=text) for text in ("one", "two")],
        "education": lambda: [make(Education, provider=person, institution=each) for each in ("A", "B")],
        "document": lambda: [make(Document, provider=person, title=each) for each in ("A", "B")],
    }[table]()
    page.open(provider=person.id, tab=tab, record=(table, made[1].id))
    part = page.part(tab)
    cards = [part] if hasattr(part, "table") else part.cards
    (card,) = [each for each in cards if each.part.kind.table == table]
    assert page.tabs.current() == tab and card.table.current() == made[1].id


@pytest.mark.parametrize(
    ("tab", "words"),
    [
        ("summary", "Add credential"),
        ("credentials", "Add credential"),
        ("background", "Add education"),
        ("privileges", "Add privilege"),
        ("applications", "New application…"),
        ("documents", "Attach…"),
        ("desk", "Add note"),
    ],
)
def test_the_primary_button_and_ctrl_n_follow_the_part_that_shows(page: ProviderFile, tab: str, words: str) -> None:
    page.tabs.choose(tab)
    page._show_tab(tab)
    assert page.new.text().replace("&", "") == words and page.new.shortcut().toString() == "Ctrl+N"


def test_ctrl_n_on_education_adds_education_and_chooses_it(page: ProviderFile, qtbot) -> None:
    page.tabs.choose("background")
    page._show_tab("background")
    page.new.trigger()
    asked = [each for each in page.window().findChildren(FormDialog) if each.isVisible()][-1]
    assert asked.windowTitle().startswith("Add education")
    asked.form.box("sort").set_value("Medical school")
    asked.form.box("institution").set_value("University of Lagos")
    asked.accept()
    card = page.part("background").cards[0]
    made = Education.get(Education.institution == "University of Lagos")
    assert card.table.current() == made.id
    assert history.newest().name == "Add education Medical school · University of Lagos of Okafor, Adaeze, MD"


def test_a_note_begins_with_its_text(page: ProviderFile) -> None:
    page.tabs.choose("desk")
    page._show_tab("desk")
    page.new.trigger()
    asked = [each for each in page.window().findChildren(FormDialog) if each.isVisible()][-1]
    assert asked.focusWidget() is asked.form.box("text").inner
    asked.done(0)
