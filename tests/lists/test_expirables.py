"""The list of credentials: which license it is, whom to chase, and blanks last."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import TODAY
from workbench.actions import snoozing
from workbench.lists import by_contact, expirables, last_notices, ordering
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.today import coming
from workbench.records.credential import Credential
from workbench.records.notice import RenewalNotice
from workbench.records.office_lists import CredentialSort
from workbench.records.policy import Policy
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.store import database, history


@pytest.fixture
def three(office: Any, make: Any) -> dict[str, Credential]:
    """Okafor of a practice with a contact, preferred over another; Beck with a phone alone; Chen with nothing."""
    sort = CredentialSort.get(CredentialSort.key == "license")
    found = {}
    for last, phone in (("Okafor", "(708) 555-0132"), ("Beck", "(312) 555-0101"), ("Chen", "")):
        person = make(Provider, last=last, phone=phone)
        number = "" if last == "Beck" else f"036-{last}"
        found[last] = make(
            Credential, provider=person, sort=sort, title="Physician and Surgeon", state="IL", number=number,
            expires=date(2027, 1, 1),
        )  # fmt: skip
    heart = make(Practice, name="Prairie Heart", contact="Lorraine Pike", phone="(312) 555-0125", email="l@example.org")
    other = make(Practice, name="Elsewhere", contact="Ann Other", phone="", email="ann@example.org")
    make(PracticeMember, provider=found["Okafor"].provider, practice=other)
    make(PracticeMember, provider=found["Okafor"].provider, practice=heart, preferred=True)
    return found


def cells(credential: Credential) -> dict[str, str]:
    [row] = EXPIRABLES.page([credential.get_id()], TODAY)
    return dict(zip((column.key for column in EXPIRABLES.columns), row.texts, strict=True))


def test_the_state_stands_before_what_may_be_cut_short(three: dict[str, Credential]) -> None:
    assert cells(three["Okafor"])["credential"] == "State license · IL (Physician and Surgeon)"


def test_the_contact_to_chase_is_the_practices_with_its_phone_else_the_persons_own(
    three: dict[str, Credential],
) -> None:
    assert cells(three["Okafor"])["contact"] == "(312) 555-0125 · Lorraine Pike"
    assert cells(three["Beck"])["contact"] == "(312) 555-0101"
    assert cells(three["Chen"])["contact"] == ""


def names(**asked: Any) -> list[str]:
    ids = EXPIRABLES.ids(today=TODAY, **asked)
    return [str(Credential.get_by_id(each).provider.last) for each in ids]


def test_the_list_is_ordered_and_filtered_by_whom_to_chase(three: dict[str, Credential]) -> None:
    assert names(order=(("contact", False),)) == ["Beck", "Okafor", "Chen"]
    assert names(order=(("contact", True),)) == ["Okafor", "Beck", "Chen"]
    assert names(order=(("contact", False),), limit=1) == ["Beck"]
    assert names(filters={"contact": "lorraine"}) == ["Okafor"]
    assert names(filters={"contact": "555"}, order=(("provider", False),)) == ["Beck", "Okafor"]


def test_blanks_stand_last_in_either_order(three: dict[str, Credential]) -> None:
    assert names(order=(("number", False),)) == ["Chen", "Okafor", "Beck"]
    assert names(order=(("number", True),)) == ["Okafor", "Chen", "Beck"]


@pytest.mark.parametrize("most", [7, 30_000])
def test_a_first_screen_by_contact_is_the_beginning_of_the_whole(
    office: Any, make: Any, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(by_contact, "MANY", 6)  # so that those whom nobody is called about are many, the others few
    monkeypatch.setattr(by_contact, "MOST", most)
    sort = CredentialSort.get(CredentialSort.key == "license")
    for n in range(24):
        person = make(Provider, last=f"P{n:02d}", phone=("", f"(312) 555-01{n // 4:02d}")[n % 3 > 0])
        for year in (2028, 2027):
            make(Credential, provider=person, sort=sort, number=f"{n}-{year}", expires=date(year, 1, 1 + n % 5))
    for order in ((("contact", False),), (("contact", True),)):
        whole = list(EXPIRABLES.ids(today=TODAY, order=order))
        assert len(whole) == 48
        database.connection().kept.clear()
        for limit in (1, 7, 30, 47):
            assert list(EXPIRABLES.ids(today=TODAY, order=order, limit=limit)) == whole[:limit]
            database.connection().kept.clear()
    found = EXPIRABLES.ids(today=TODAY, order=(("contact", False),), search="P03")
    assert [Credential.get_by_id(each).number for each in found] == ["3-2027", "3-2028"]


def test_what_is_snoozed_waits_until_its_day_and_no_committee_is_told_less(
    three: dict[str, Credential], assert_undoable: Any
) -> None:
    soon, day = TODAY + timedelta(days=20), TODAY + timedelta(days=5)
    with history.step("They expire soon"):
        Credential.update(expires=soon).execute()
    ids = [three["Okafor"].get_id(), three["Beck"].get_id()]
    assert [each.field for each in snoozing.snooze(ids, TODAY, TODAY)] == ["day"]
    assert "would lapse unseen" in snoozing.snooze(ids, soon + timedelta(days=1), TODAY)[0].message
    before = names(view="expiring")
    assert assert_undoable(lambda: snoozing.snooze(ids, day, TODAY)) == []
    assert history.newest().name == "Redo: Snooze 2 credentials until Nov 29 2026"  # type: ignore[union-attr]
    assert names(view="expiring") == ["Chen"] == names(view="unverified")
    assert sorted(names(view="snoozed")) == ["Beck", "Okafor"]
    counted = coming(TODAY, Policy())
    assert (counted.total, counted.urgent, sum(n for _, n in counted.weeks)) == (1, 1, 1)
    assert expirables.expiring_also_snoozed(TODAY) == sorted(each.get_id() for each in three.values())
    assert EXPIRABLES.count(today=day, view="expiring") == 3 and EXPIRABLES.count(today=day, view="snoozed") == 0
    assert snoozing.wake(ids) == 2 and snoozing.wake(ids) == 0
    assert names(view="expiring") == before


def test_an_expired_license_is_put_off_a_week_at_most_and_a_certification_longer(three: dict[str, Credential]) -> None:
    board = CredentialSort.get(CredentialSort.key == "board")
    with history.step("They expired"):
        Credential.update(expires=TODAY - timedelta(days=3)).execute()
        Credential.update(sort=board).where(Credential.id == three["Chen"].get_id()).execute()
    license, certified, week = three["Beck"].get_id(), three["Chen"].get_id(), TODAY + timedelta(days=7)
    [wrong] = snoozing.snooze([license, certified], week + timedelta(days=1), TODAY)
    assert "ended Nov 21 2026" in wrong.message and "until Dec 1 2026 at most" in wrong.message
    assert Credential.select().where(Credential.snoozed.is_null(False)).count() == 0
    assert snoozing.snooze([license], week, TODAY) == []
    assert snoozing.snooze([certified], TODAY + timedelta(days=400), TODAY) == []


def test_snoozing_takes_no_verification_away(three: dict[str, Credential]) -> None:
    one = three["Okafor"]
    with history.step("Seen"):
        Credential.update(verified=TODAY, source="IDFPR").where(Credential.id == one.get_id()).execute()
    assert snoozing.snooze([one.get_id()], TODAY + timedelta(days=1), TODAY) == []
    assert Credential.get_by_id(one.get_id()).verified == TODAY


def test_the_last_notice_says_which_one_it_was(office: Any, make: Any) -> None:
    days = (date(2026, 10, 13), date(2026, 11, 12))
    one, other = (make(Credential, sort=CredentialSort.get(), number=number, noticed=days[1]) for number in ("1", "2"))
    for stage, sent in zip((60, 30), days, strict=True):
        make(RenewalNotice, credential=one, stage=stage, sent=sent)
    place = [each.key for each in EXPIRABLES.columns].index("noticed")
    said = {row.id: row.texts[place] for row in EXPIRABLES.page([one.id, other.id], TODAY)}
    assert said == {one.id: "30 days, Nov 12", other.id: "Nov 12 2026"}, "what somebody wrote is a day alone"


def test_whom_the_last_notice_went_to_is_shown_ordered_filtered_and_grouped(
    three: dict[str, Credential], make: Any
) -> None:
    for last, day, to in (("Okafor", 1, "old@x.org"), ("Okafor", 20, "Pike, Lorraine"), ("Chen", 20, "ann@x.org")):
        make(RenewalNotice, credential=three[last], stage=30, sent=date(2026, 11, day), addressee=to, how="Letter")
    assert cells(three["Okafor"])["notice_to"] == "Pike, Lorraine" and cells(three["Beck"])["notice_to"] == ""
    assert names(order=(("notice_to", False),)) == ["Chen", "Okafor", "Beck"]
    assert names(order=(("notice_to", True),)) == ["Okafor", "Chen", "Beck"]
    assert names(order=(("notice_to", False),), limit=2) == ["Chen", "Okafor"]
    assert names(filters={"notice_to": "lorr"}) == ["Okafor"] and names(filters={"notice_to": "empty"}) == ["Beck"]
    assert EXPIRABLES.count(today=TODAY, filters={"notice_to": "x.org"}) == 1
    assert names(filters={"contact": "empty"}) == ["Chen"]
    found = EXPIRABLES.grouped("notice_to", today=TODAY)
    assert [(each.title, each.count) for each in found.groups] == [
        ("ann@x.org", 1),
        ("Pike, Lorraine", 1),
        ("(empty)", 1),
    ]
    falling = EXPIRABLES.grouped("contact", today=TODAY, order=(("contact", True),))
    assert [each.title for each in falling.groups] == ["(312) 555-0125 · Lorraine Pike", "(312) 555-0101", "(empty)"]
    assert {"contact", "notice_to"} <= {each.key for each in EXPIRABLES.groupable}
    assert last_notices.of_person(three["Okafor"].provider_id) == (
        "State license · IL (Physician and Surgeon): 30 days, Nov 20 2026, to Pike, Lorraine (letter)"
    )
    assert last_notices.of_person(three["Beck"].provider_id) == ""


def test_many_rows_are_ordered_by_their_notices_as_few_are(
    three: dict[str, Credential], make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(RenewalNotice, credential=three["Chen"], stage=30, sent=TODAY, addressee="ann@x.org", how="Letter")
    monkeypatch.setattr(ordering, "FEW", 1)
    for limit in (1, 2, 3):
        database.connection().kept.clear()
        assert names(order=(("notice_to", False),), limit=limit) == ["Chen", "Okafor", "Beck"][:limit]
