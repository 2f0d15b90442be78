"""Today: its figures are those of the lists behind them, and every line has its reason."""

from datetime import date, timedelta

import pytest

from workbench.actions import offices
from workbench.lists import in_process, judging, today, today_whole
from workbench.lists.expirables import EXPIRABLES
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.desk import Task
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.records.office_lists import CredentialSort
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.store import history, settings

TODAY = date(2026, 11, 24)


@pytest.fixture
def hospital(hospital_of):
    hospital_of(120)


def told(read, **wanted):
    return [each for each in read.doings if all(getattr(each, name) == value for name, value in wanted.items())]


def test_every_figure_is_what_its_list_counts(hospital):
    read = today_whole.read(TODAY)
    assert read.coming.total == EXPIRABLES.count(today=TODAY, view="expiring")
    assert read.coming.lapsed == EXPIRABLES.count(today=TODAY, view="lapsed")
    assert read.process.total == in_process.count() == sum(count for _, count in read.process.stages)
    policy = settings.load(Policy)
    ends = [each.expires for each in Credential.select() if not each.past and each.expires and each.provider.status not in
            ("Resigned", "Retired", "Deceased", "Terminated", "Denied", "Withdrawn", "Inactive")]  # fmt: skip
    monday = date(2026, 11, 23)
    for first, count in read.coming.weeks:
        last = min(first + timedelta(days=6), TODAY + timedelta(days=policy.lead_days))
        assert count == sum(max(first, TODAY) <= day <= last for day in ends), first
    assert read.coming.weeks[0][0] == monday and len(read.coming.weeks) == 8


def test_what_has_a_day_is_there_before_the_applications_are_judged(hospital):
    first, whole = today.read(TODAY), today_whole.read(TODAY)
    assert first.process is None and whole.process is not None
    assert (first.coming, first.meetings) == (whole.coming, whole.meetings)
    later = [each for each in whole.doings if each not in first.doings]
    assert first.doings == tuple(each for each in whole.doings if each not in later)
    assert later and {each.page for each in later} <= {"application", "meeting"}


def test_the_parts_of_what_expires_are_what_their_filters_find(hospital):
    coming = today.read(TODAY).coming
    for count, wanted in ((coming.urgent, "next 30 days"), (coming.later, "+31d to +90d")):
        assert count == EXPIRABLES.count(today=TODAY, view="expiring", filters={"expires": wanted})


def test_a_license_of_another_state_keeps_nobody_from_practicing_here(office, make):
    person = make(Provider, last="Okafor", first="Adaeze", status="Active")
    sort = CredentialSort.get(key="license")
    offices.set_policy(state="IL")
    for state in ("IL", "WI"):
        make(Credential, provider=person, sort=sort, number=state, state=state, expires=TODAY)
    here, elsewhere = [each.why for each in today.read(TODAY).doings if each.verb == "Renew"]
    assert here.startswith("Nobody practices without a license") and elsewhere.startswith("Not needed to practice here")


@pytest.mark.parametrize(("days", "there"), [(-1, True), (0, True), (30, True), (31, False)])
def test_a_credential_comes_up_within_the_urgent_days_and_stays_once_it_lapsed(office, make, days, there):
    person = make(Provider, last="Okafor", first="Adaeze", status="Active")
    sort = CredentialSort.get(key="license")
    make(Credential, provider=person, sort=sort, number="036-1", state="IL", expires=TODAY + timedelta(days=days))
    doings = today_whole.read(TODAY).doings
    assert bool(doings) is there
    if there:
        assert doings[0].what.startswith("Renew state license") and doings[0].arguments["provider"] == person.id


@pytest.mark.parametrize("status", ["Deceased", "Resigned"])
def test_of_whoever_left_nothing_is_asked(office, make, status):
    person = make(Provider, last="Okafor", first="Adaeze", status=status)
    make(Credential, provider=person, sort=CredentialSort.get(key="license"), expires=TODAY)
    assert today_whole.read(TODAY).doings == ()


@pytest.mark.parametrize(
    ("values", "there"),
    [({"due": TODAY + timedelta(days=14)}, True), ({"due": TODAY + timedelta(days=15)}, False), ({"due": None}, True),
     ({"due": TODAY, "done": True}, False), ({"due": TODAY, "snoozed": TODAY + timedelta(days=1)}, False),
     ({"due": TODAY, "snoozed": TODAY}, True)],
)  # fmt: skip
def test_a_task_is_there_when_it_is_near_awake_and_not_done(office, make, values, there):
    make(Task, title="Call Lakeside", **values)
    assert bool(today_whole.read(TODAY).doings) is there


@pytest.mark.parametrize(("days", "what"), [(7, ["Issue the packet"]), (22, []), (-1, ["Record the outcomes"])])
def test_a_meeting_wants_its_packet_and_then_its_outcomes(office, make, days, what):
    committee = make(Committee, name="Credentials Committee", level="Credentials committee", lead_days=7)
    make(Meeting, committee=committee, held=TODAY + timedelta(days=days), starts="07:30", state="Planned", uid="1")
    assert [each.what for each in today_whole.read(TODAY).doings] == what


def test_what_waits_for_others_stands_after_what_we_can_do_on_the_same_day(hospital):
    doings = today_whole.read(TODAY).doings
    assert any(each.waits for each in doings)
    order = [(not each.grave, each.due or date.max, each.waits) for each in doings]
    assert order == sorted(order)
    assert all(each.why and each.verb for each in doings)


def test_a_license_that_ended_yesterday_stands_before_a_certification_that_ended_long_ago(office, make):
    person = make(Provider, last="A")
    for key, days in (("board", 90), ("license", 1)):
        sort = CredentialSort.get(key=key)
        make(Credential, provider=person, sort=sort, number=key, expires=TODAY - timedelta(days=days))
    judging.bring_up_to_date(TODAY)
    assert [each.what for each in today.read(TODAY).doings] == ["Renew state license", "Renew board certification"]


def test_what_ended_first_is_told_first_and_the_rest_as_lines_that_open_as_many_rows(office, make, monkeypatch):
    monkeypatch.setattr(today, "MOST", 4)
    sorts = {key: CredentialSort.get(key=key) for key in ("license", "board")}
    for number, (key, days) in enumerate(
        [
            ("board", 300),
            ("board", 40),
            ("license", 90),
            ("license", 200),
            ("board", 20),
            ("board", -3),
            ("license", -9),
        ]
    ):
        person = make(Provider, last=f"P{number}")
        make(Credential, provider=person, sort=sorts[key], number=str(days), expires=TODAY - timedelta(days=days))
    judging.bring_up_to_date(TODAY)
    read = today.read(TODAY)
    assert [(each.what, each.due, each.counts) for each in read.doings] == [
        ("Renew state license", TODAY - timedelta(days=200), 1),
        ("Renew state license", TODAY - timedelta(days=90), 1),
        ("Renew board certification", TODAY - timedelta(days=300), 1),
        ("Renew board certification", TODAY - timedelta(days=40), 1),
        ("1 more that lapsed", TODAY - timedelta(days=20), 1),
        ("2 more that expire", TODAY + timedelta(days=3), 2),
    ]
    assert sum(each.counts for each in read.doings) == read.coming.lapsed + read.coming.urgent
    soon = told(read, what="2 more that expire")[0].arguments
    wanted = {"view": soon["view"], "filters": {"expires": soon["expires"]}}
    assert EXPIRABLES.count(today=TODAY, **wanted) == 2


@pytest.mark.parametrize("over", [3, 4, 5])
def test_those_that_expire_are_told_as_far_as_there_is_room(office, make, monkeypatch, over):
    monkeypatch.setattr(today, "MOST", 4)
    board = CredentialSort.get(key="board")
    for days in [*range(1, over + 1), -3, -5]:
        make(Credential, provider=make(Provider), sort=board, number=str(days), expires=TODAY - timedelta(days=days))
    said = [(each.due, each.counts) for each in today.read(TODAY).doings if not each.renews]
    first, second = TODAY + timedelta(days=3), TODAY + timedelta(days=5)
    assert said == {3: [(second, 1)], 4: [(first, 2)], 5: [(TODAY - timedelta(days=1), 1), (first, 2)]}[over]


@pytest.mark.parametrize(
    ("days", "said"),
    [(-3, ("3 days over", "bad")), (-1, ("1 day over", "bad")), (0, ("Today", "warn")), (3, ("Fri", "info")),
     (7, ("Dec 1", "quiet")), (None, ("No date", "quiet"))],
)  # fmt: skip
def test_when_something_is_due_is_said_in_a_word(days, said):
    assert today.when(None if days is None else TODAY + timedelta(days=days), TODAY) == said


def test_what_is_handed_over_on_paper_alone_is_collected_after_its_meeting(office, make):
    committee = make(Committee, name="Credentials Committee")
    meeting = make(Meeting, committee=committee, held=TODAY, state="Held")
    copies = []
    for edition, count in (("NPDB insert", 2), ("Action sheet", 1), ("Committee", 3)):
        packet = make(IssuedPacket, meeting=meeting, edition=edition)
        copies += [make(PacketCopy, packet=packet, number=n, reader="A", out=TODAY) for n in range(count)]

    def asked(on):
        return [each.what for each in today.read(on).doings if each.what.startswith("Collect")]

    assert asked(TODAY) == []
    both = ["Collect the action sheet", "Collect 2 copies of the NPDB insert"]
    assert asked(TODAY + timedelta(days=1)) == both
    with history.step("It came back"):
        copies[0].back = TODAY
        copies[0].save()
    assert "Collect a copy of the NPDB insert" in asked(TODAY + timedelta(days=1))
