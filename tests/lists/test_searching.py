"""What a search finds is what a reader of every row would find, in the order of the list, however often it was asked before."""

import re
import threading
import unicodedata
from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any

import pytest
from peewee import TextField

from tests.conftest import TODAY, make_record
from workbench.lists.listing import ListOf
from workbench.lists.named import LISTS, list_named
from workbench.records import SEARCHED
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note, Task
from workbench.records.evidence import NpdbQuery
from workbench.records.fields import Called, Clock, FuzzyDay
from workbench.records.office_lists import CredentialSort, Department, Facility
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.rules import sealed
from workbench.store import database, history, kept

TYPED = (
    "a", "s", "4", "li", "re", "ma", "036", "036-1", "03", "chen", "Ó", "de", "card", "cardio", "medicine", "illinois",
    "elm", "606", "oak st", "s li", "ma re", "de a 3", "ill 20", "chicago a", "zzz", "zzz a", "license", "(312) 555",
    "5550", "55501", "555-01", "ismie", "abim", "good standing", "probation", "remind",
)  # fmt: skip


def _quoted(column: str) -> str:
    return f'"{column}"'


class Reader:
    """Reads every row of every table that is searched, and knows the words of each."""

    def __init__(self) -> None:
        self.texts = {tbl: _read(tbl, columns) for tbl, columns in SEARCHED.items()}

    def finds(self, listed: ListOf, typed: str) -> set[int]:
        """The ids of the rows of a list's kind that somebody who typed this means."""
        words = [_plain(word) for word in typed.replace(") ", ")-").split()]
        if len(words) == 1 and len(words[0]) == 1:
            return {each for each, name in self._names(listed.name).items() if name.startswith(typed.lower())}
        texts, numbered, else_ = self._texts(listed.name)
        found = set(texts)
        for word in words:
            said = numbered if re.search(r"\d", word) else texts
            found &= {e for e in texts if _holds(said[e], word)} or {e for e in texts if _holds(else_[e], word)}
        return found

    @cache  # noqa: B019 - a reader lives as long as its test
    def _texts(self, name: str) -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
        """By row of a list what words find, what words with a digit find, and what is asked where neither does."""
        listed = list_named(name)
        assert listed
        tbl = listed.kind.table
        texts = {row[0]: self.texts.get(tbl, {}).get(row[0], "") for row in _rows(f'SELECT id FROM "{tbl}"')}
        for link in listed.found_by:
            field = listed.kind.model.field(link)
            other = self.texts[field.rel_model._meta.table_name]
            for each, to in _rows(f'SELECT id, "{field.column_name}" FROM "{tbl}" WHERE "{field.column_name}" > 0'):
                texts[each] += other[to]
        by_number, told, else_ = (
            self._told(tbl, each) for each in (listed.found_by_number, listed.found_with, listed.found_else)
        )
        return (
            {each: text + told[each] for each, text in texts.items()},
            {each: text + by_number[each] + told[each] for each, text in texts.items()},
            {each: else_[each] for each in texts},
        )

    def _told(self, tbl: str, telling: Any) -> dict[int, str]:
        """By row the words that others tell of it."""
        told: dict[int, str] = defaultdict(str)
        hidden = {document.id for document in Document.select().where(Document.id.in_(sealed.documents()))}
        for each in telling:
            for row, own, words in _rows(f'SELECT "{tbl}_id", id, "{each.link or "id"}" FROM "{each.table}"'):
                if not (each.hidden and own in hidden):
                    told[row] += self.texts[each.words or each.table][words]
        return told

    @cache  # noqa: B019 - a reader lives as long as its test
    def _names(self, name: str) -> dict[int, str]:
        """By row the text by which a list's first column is in order, in small letters."""
        listed = list_named(name)
        assert listed
        names: dict[int, str] = {}
        for row in listed.kind.model.select():
            value: Any = row
            for part in listed.columns[0].sorts_by[0].split("."):
                value = getattr(value, part) if value is not None else None
            names[row.id] = str(value or "").lower()
        return names


def _rows(sql: str) -> Any:
    return database.execute_sql(sql).fetchall()


def _plain(text: str) -> str:
    """Without marks and in small letters, as the index keeps words."""
    parts = unicodedata.normalize("NFD", str(text))
    return "".join(c for c in parts if unicodedata.category(c)[0] != "M").casefold()


def _said(values: Any) -> str:
    """The words of a row, a blank before each, and once more what its signs part."""
    texts = [_plain(value or "") for value in values]
    tight = [
        re.sub(r"[- ().]", "", text) if re.search(r"\d", text) else re.sub("[-'’]", "", text)
        for text in texts
        if re.search(r"\d|[-'’]", text)
    ]
    local = [re.sub(r"\D", "", text)[-7:] for text in texts if re.search(r"\D\d{3}[-. ]\d{4}$", text)]
    return " " + re.sub(r"[^a-z0-9]+", " ", " ".join([*texts, *tight, *local])) + " "


def _read(tbl: str, columns: Any) -> dict[int, str]:
    """By row of a table its words; a day is found as it is kept and as it is said."""
    days = {row[1] for row in _rows(f'PRAGMA table_info("{tbl}")') if row[2] == "DATE"}
    found = {}
    for own, *values in _rows(f'SELECT id, {", ".join(map(_quoted, columns))} FROM "{tbl}"'):
        texts = [value for name, value in zip(columns, values, strict=True) if name not in days]
        on = [date.fromisoformat(value) for name, value in zip(columns, values, strict=True) if name in days and value]
        said = " ".join(f"{day:%Y %m %d %B} {day.day} {day.year}".casefold() for day in on)
        found[own] = _said(texts) + f" {said} "
    return found


def _holds(text: str, word: str) -> bool:
    parts = re.findall("[a-z0-9]+", word)
    if re.search(r"\d", word):
        return f" {' '.join(parts)}" in text or f" {''.join(parts)}" in text
    return all(f" {part}" in text for part in parts)


@pytest.fixture
def hospital(hospital_of: Any) -> Reader:
    hospital_of(60)
    return Reader()


def test_every_list_finds_what_a_reader_of_every_row_finds(hospital: Reader) -> None:
    for listed in (each for each in LISTS if not each.kind.derived):
        views = ("", *(view.key for view in listed.views))
        everything = {view: listed.ids(today=TODAY, view=view).tolist() for view in views}
        for typed in TYPED:
            wanted = hospital.finds(listed, typed)
            for view in views:
                found = listed.ids(today=TODAY, view=view, search=typed).tolist()
                if not view:
                    database.connection().kept.clear()
                    first = listed.ids(today=TODAY, view=view, search=typed, limit=10**6).tolist()
                    assert found == first, (listed.name, view, typed)
                assert found == [each for each in everything[view] if each in wanted], (listed.name, view, typed)
                assert listed.count(today=TODAY, view=view, search=typed) == len(found)


def test_every_text_that_a_list_shows_and_every_remark_finds_its_row(hospital: Reader) -> None:
    tried = 0
    for listed in LISTS:
        model = listed.kind.model
        for name in dict.fromkeys((*listed.kind.columns, "remarks")):
            field = model._meta.fields.get(name)
            if (
                not isinstance(field, TextField)
                or isinstance(field, FuzzyDay | Clock | Called)
                or name in listed.kind.masked
            ):
                continue
            row = model.select().where(field != "").order_by(model.id.desc()).first()
            words = re.findall(r"\w{2,}", getattr(row, name)) if row else []
            if words:
                tried += 1
                found = listed.ids(today=TODAY, search=words[-1]).tolist()
                shown = listed.ids(today=TODAY).tolist()
                assert row.id in found or row.id not in shown, (listed.name, name, words[-1])
    assert tried > 60, "otherwise this shows nothing"


@pytest.mark.parametrize(
    ("typed", "found"), [("ISMIE", True), ("Tehrani", True), ("abim", True), ("Renew 036", True), ("nobody", False)]
)
def test_a_person_is_found_by_carrier_board_supervisor_and_task(office: Any, typed: str, found: bool) -> None:
    with history.step("Add"):
        boss = make_record(Provider, last="Tehrani")
        person = make_record(Provider, last="Okafor", supervisor=boss)
        make_record(Provider, last="Other")
        make_record(Task, provider=person, title="Renew 036-119204")
        for key, issuer in (("liability", "ISMIE"), ("board", "ABIM")):
            make_record(Credential, provider=person, sort=CredentialSort.get(CredentialSort.key == key), issuer=issuer)
    assert (person.id in _people(typed)) is found


def test_the_last_four_of_a_masked_number_find_nobody(office: Any) -> None:
    with history.step("Add"):
        make_record(Provider, last="Okafor", remarks="SSN …6781, ask again in 6782")
    assert _people("6781") == [] and len(_people("6782")) == len(_people("ask")) == 1


def test_the_words_find_alike_in_every_order_and_beside_filters(hospital: Reader) -> None:
    for name, filters in (("providers", {"status": "act"}), ("credentials", {"issuer": "il"})):
        listed = list_named(name)
        assert listed
        some = 0
        for column in listed.columns:
            for how in ({}, filters):
                for typed in TYPED[:20]:
                    asked = {"today": TODAY, "order": ((column.key, True),), "filters": how, "search": typed}
                    database.connection().kept.clear()
                    cold = listed.ids(**asked, limit=7).tolist()
                    whole = listed.ids(**asked).tolist()
                    assert cold == whole[:7] == listed.ids(**asked, limit=7).tolist()
                    some += len(whole)
        assert some > 1000, "otherwise this shows nothing"


def test_what_is_kept_is_gone_with_the_next_write_of_whoever(office: Any) -> None:
    listed = list_named("providers")
    assert listed
    with history.step("One"):
        one = make_record(Provider, last="Okafor").id
    assert listed.ids(today=TODAY).tolist() == listed.ids(today=TODAY, search="okaf").tolist() == [one]
    with history.step("Two"):
        two = make_record(Provider, last="Okafor").id
        assert listed.ids(today=TODAY).tolist() == [one, two], "inside its own step too"
    assert listed.ids(today=TODAY, search="okaf").tolist() == [one, two]

    def elsewhere() -> None:
        with history.step("Three"):
            made.append(make_record(Provider, last="Okafor").id)
        database.close()

    made: list[int] = []
    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert listed.ids(today=TODAY, search="okaf").tolist() == listed.ids(today=TODAY).tolist() == [one, two, *made]


def test_nothing_is_kept_of_a_step_that_failed(office: Any) -> None:
    listed = list_named("providers")
    assert listed

    class Enough(Exception):
        pass

    with pytest.raises(Enough), history.step("Never"):
        make_record(Provider, last="Okafor")
        assert len(listed.ids(today=TODAY)) == 1
        raise Enough
    assert listed.ids(today=TODAY).tolist() == listed.ids(today=TODAY, search="okafor").tolist() == []


def test_a_connection_keeps_few_orders(office: Any) -> None:
    listed = list_named("providers")
    assert listed
    for column in listed.columns:
        for descends in (False, True):
            listed.ids(today=TODAY, order=((column.key, descends),))
    assert len(database.connection().kept) == kept.MOST < 2 * len(listed.columns)


@pytest.mark.parametrize(
    "typed",
    ["(312) 555-0177", "3125550188", "555-0188", "5550188",
     "9107 Elm", "Suite 4", "60302", "III", "covers weekends", "Lakeside", "88-1234", 
     "1477552867", "Loop tower", "60699", "by appointment", "called about parking", "Passport scan", "Howard University", "Mercy West",
     "Agape Clinic", "physician assistant", "assistant", "locum", "WI", "North Campus"],
)  # fmt: skip
def test_a_person_is_found_by_everything_that_was_written_about_them(office: Any, typed: str) -> None:
    with history.step("Add"):
        person = make_record(
            Provider, last="Okafor", suffix="III", answering_service="(312) 555-0177", fax="312-555-0188",
            street="9107 Elm Court", street2="Suite 4", state="WI", zip="60302", remarks="She covers\nweekends only.",
            provider_type="Physician assistant", employment="Locum tenens",
        )  # fmt: skip
        make_record(Provider, last="Other", provider_type="Physician", employment="Group")
        make_record(Appointment, provider=person, facility=make_record(Facility, name="North Campus"))
        practice = make_record(
            Practice, name="Lakeside Group", tin="88-1234567", npi="1477552867", street="Loop Tower", zip="60699",
            remarks="Open by appointment.",
        )  # fmt: skip
        make_record(PracticeMember, provider=person, practice=practice)
        make_record(Note, provider=person, text="Called about parking.")
        make_record(Document, provider=person, title="Passport scan")
        for table, values in _BACKGROUND.items():
            make_record(next(e.kind.model for e in LISTS if e.kind.table == table), provider=person, **values)
    listed = list_named("providers")
    assert listed
    assert listed.ids(today=TODAY, search=typed).tolist() == [person.id]


SPELLED = (
    "(312) 555-0143", "(312)555-0143", "(312) 555.0143", "(312) 555 0143", "312-555-0143", "312.555.0143", "312 555 0143",
    "3125550143", "1-312-555-0143", "+1 (312) 555-0143", "+1 312 555 0143", "(312) 555-014", "okafor (312) 555-0143",
    "(312) 555-0143 okafor", "Dr. Okafor 312 555 0143",
)  # fmt: skip


@pytest.mark.parametrize("kept", ["(312) 555-0143", "312-555-0143", "3125550143", "312.555.0143", "312 555 0143"])
def test_a_telephone_number_is_one_word_however_it_is_written(office: Any, kept: str) -> None:
    """Its parts lie in other people's numbers: 312 in one, 555-0143 in another of the same person."""
    with history.step("Add"):
        whose = make_record(Provider, last="Okafor", phone=kept)
        make_record(Provider, last="Okafor", phone="(312) 555-0188", fax="(708) 555-0143")
        make_record(Provider, last="Okafor", phone="(708) 555-0143", zip="31255", street="312 Elm", npi="1437552867")
    assert {typed: _people(typed) for typed in SPELLED} == dict.fromkeys(SPELLED, [whose.id])


def test_numbers_that_are_no_telephone_stay_words_of_their_own(office: Any) -> None:
    with history.step("Add"):
        person = make_record(
            Provider, last="Okafor", npi="1477552867", zip="60302", street="312 Elm Court", pager="555"
        )
    for typed in ("60302 1477552867", "555 312", "312 555", "312 elm 60302", "(312) elm"):
        assert _people(typed) == [person.id], typed


def _people(typed: str) -> list[int]:
    listed = list_named("providers")
    assert listed
    return listed.ids(today=TODAY, search=typed).tolist()


_BACKGROUND = {
    "education": {"institution": "Howard University"},
    "affiliation": {"hospital": "Mercy West"},
    "work_history": {"employer": "Agape Clinic"},
}


def test_what_is_under_seal_finds_nobody(office: Any) -> None:
    with history.step("Add"):
        person = make_record(Provider, last="Okafor")
        response = make_record(Document, provider=person, title="Databank answer")
        make_record(NpdbQuery, provider=person, queried=TODAY, response=response)
    for listed in (list_named("providers"), list_named("documents")):
        assert listed
        assert listed.ids(today=TODAY, search="databank").tolist() == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [("036-119", True), ("119204", True), ("036 119", True), ("036.119204", True), ("036-204", False), ("idfpr", True),
     ("brandt", True), ("restricted", True), ("336-07", True), ("336-17", False)],
)  # fmt: skip
def test_a_credential_is_found_by_its_number_as_it_is_written(office: Any, typed: str, found: bool) -> None:
    with history.step("Add"):
        person = make_record(Provider, last="Okafor", phone="204-17")
        one = make_record(
            Credential, provider=person, number="036-119204", source="idfpr.illinois.gov", verified_by="T. Brandt",
            remarks="Restricted once; see 336071040.",
        )  # fmt: skip
    listed = list_named("credentials")
    assert listed
    assert (one.id in listed.ids(today=TODAY, search=typed)) is found


def test_whoever_looks_for_a_chair_finds_the_chair_and_not_all_of_the_department(office: Any) -> None:
    medicine = make_record(Department, name="Hospital medicine", chair="Okafor")
    chair = make_record(Provider, last="Okafor", department=medicine)
    other = make_record(Provider, last="Chen", department=medicine)
    staff = list_named("providers")
    assert list(staff.ids(today=TODAY, search="okafor")) == [chair.id]
    assert set(staff.ids(today=TODAY, search="hospital medicine")) == {chair.id, other.id}
