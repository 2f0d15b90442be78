"""The lookup card: who may do what, nothing private, stale after its day, and nothing that a value could run."""

import base64
import hashlib
import re
import shutil
import subprocess
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from workbench.errors import WorkbenchError
from workbench.lists.privileges import HELD
from workbench.papers import lookup, lookup_card
from workbench.records.conduct import AdverseAction
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Facility, Specialty
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.records.provider import Provider
from workbench.records.short_term import TemporaryPrivilege
from workbench.rules import survey
from workbench.store import history, veil

TODAY = date(2026, 11, 24)
SECRETS = {
    "birth_date": date(1971, 3, 9),
    "ssn_last4": "8613",
    "cell": "(309) 555-0142",
    "phone": "(309) 555-0143",
    "email": "canary@example.org",
    "street": "77 Canary Road",
    "npi": "1477552867",
    "remarks": "canary remarks",
    "languages": "Canarese",
}


class Parsed(HTMLParser):
    """The tags and texts of a page; a tag that is not closed in order fails."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "option"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture
def line(office: Any, make: Any) -> Privilege:
    return make(Privilege, form=make(PrivilegeForm, name="Surgery"), name="Robotics", sort="Special")


@pytest.fixture
def hold(make: Any, line: Privilege) -> Any:
    def held(last: str, person: dict[str, Any] | None = None, **values: Any) -> HeldPrivilege:
        whose = make(Provider, last=last, first="Ann", **(person or {}))
        return make(HeldPrivilege, **{"provider": whose, "privilege": line, "starts": TODAY} | values)

    return held


def names(card: lookup_card.Card) -> list[str]:
    return [holder.name for holder in card.holders]


def test_the_card_holds_who_holds_it_on_the_day(hold):
    hold("Today")
    hold("Last day", starts=TODAY - timedelta(9), ends=TODAY)
    hold("Yesterday", starts=TODAY - timedelta(9), ends=TODAY - timedelta(1))
    hold("Tomorrow", starts=TODAY + timedelta(1))
    assert names(lookup_card.card_of(TODAY)) == ["Last day, Ann", "Today, Ann"]


@pytest.mark.parametrize("status", ["Suspended", "Resigned", "Retired", "Deceased"])
def test_nobody_stands_on_the_card_who_left_or_is_suspended(hold, status):
    hold("Gone", {"status": status})
    hold("Away", {"status": "Leave of absence"})
    assert names(lookup_card.card_of(TODAY)) == ["Away, Ann"]


@pytest.mark.parametrize(
    ("action", "days", "shown"),
    [
        ("Suspension", (-1, None), False),
        ("Suspension", (0, 0), False),
        ("Revocation", (-9, None), False),
        ("Suspension", (-9, -1), True),
        ("Suspension", (1, None), True),
        ("Restriction", (-9, None), True),
    ],
)
def test_nobody_stands_on_the_card_whose_privileges_an_action_stops(hold, make, action, days, shown):
    held = hold("Okafor")
    imposed, lifted = (None if each is None else TODAY + timedelta(each) for each in days)
    make(AdverseAction, provider=held.provider, sort=action, imposed=imposed, lifted=lifted)
    assert names(lookup_card.card_of(TODAY)) == (["Okafor, Ann"] if shown else [])
    assert list(HELD.ids(today=TODAY, view="standing")) == ([] if shown else [held.id])
    assert list(HELD.ids(today=TODAY, view="in_force")) == ([held.id] if shown else [])
    veil.change(survey.VEIL)
    in_survey = names(lookup_card.card_of(TODAY))
    veil.change(None)
    assert in_survey == (["Okafor, Ann"] if shown else [])


@pytest.mark.parametrize(
    ("ends", "lapsed"),
    [((), False), ((0,), False), ((-1,), True), ((-400, 9), False), ((-400, -1), True), ((None,), False)],
)
def test_whose_licenses_on_file_ended_is_said_on_both_cards(hold, make, tmp_path, ends, lapsed):
    whose, sort = hold("Okafor").provider, CredentialSort.get(CredentialSort.key == "license")
    for number, days in enumerate(ends):
        expires = None if days is None else TODAY + timedelta(days)
        make(Credential, provider=whose, sort=sort, state="IL", number=str(number), expires=expires)
    dea = CredentialSort.get(CredentialSort.key == "dea")
    make(Credential, provider=whose, sort=dea, number="AB1234563", expires=TODAY - timedelta(9))
    card = lookup_card.card_of(TODAY)
    assert (lookup_card.LAPSED in lookup.html_of(card)) is lapsed
    lookup.write(card, tmp_path / "card.pdf")
    with pypdfium2.PdfDocument(tmp_path / "card.pdf") as pdf:
        assert ("License on file ended" in pdf[0].get_textpage().get_text_range()) is lapsed


def test_temporary_privileges_stand_on_the_card_while_they_run(hold, make):
    whose = hold("Okafor").provider
    other = make(Provider, last="Brooks", first="Ann", status="Applicant")
    for person, starts, ends in ((whose, -1, 9), (other, 0, 0), (other, 1, 9), (whose, -9, -1)):
        days = {"starts": TODAY + timedelta(starts), "ends": TODAY + timedelta(ends)}
        make(TemporaryPrivilege, provider=person, privileges=f"Sedation {starts}", **days)
    card = lookup_card.card_of(TODAY)
    shown = {holder.name: [each.name for each in holder.held] for holder in card.holders}
    assert shown == {"Brooks, Ann": ["Temporary: Sedation 0"], "Okafor, Ann": ["Robotics", "Temporary: Sedation -1"]}
    with history.step("Gone"):
        Provider.update(status="Resigned").execute()
    assert lookup_card.card_of(TODAY).holders == ()


def test_a_privilege_at_two_facilities_is_one_line(hold, make, line):
    one = hold("Okafor", facility=make(Facility, name="North"), ends=date(2027, 1, 31))
    make(
        HeldPrivilege,
        provider=one.provider,
        privilege=line,
        facility=make(Facility, name="South"),
        starts=TODAY,
        ends=one.ends,
    )
    (holder,) = lookup_card.card_of(TODAY).holders
    assert [(each.name, each.facilities) for each in holder.held] == [("Robotics", ("North", "South"))]
    assert lookup_card.about_of(holder, lookup_card.card_of(TODAY)) == "North · South"


def test_nothing_private_is_on_either_card(hold, tmp_path):
    hold(
        "Okafor",
        SECRETS | {"specialty": Specialty.get(name="General Surgery")},
        conditions="canary condition of peer review",
    )
    card = lookup_card.card_of(TODAY)
    for name in ("card.html", "card.pdf"):
        assert lookup.write(card, tmp_path / name) == 1
        text = _text(tmp_path / name)
        assert "Okafor" in text and "Robotics" in text and lookup_card.CONDITIONAL in text
        for secret in (*map(str, SECRETS.values()), "Mar 9 1971", "canary"):
            assert secret.lower() not in text.lower(), f"{secret} is on {name}"


def test_no_value_is_ever_markup(hold, make, line, tmp_path):
    evil = "<script>alert(1)</script>&\"'><img src=x onerror=alert(2)>"
    hold(evil, {"specialty": make(Specialty, name=evil)}, facility=make(Facility, name=evil))
    page = lookup.html_of(lookup_card.card_of(TODAY))
    parsed = Parsed(page)
    assert sum(tag == "script" for tag, _ in parsed.tags) == 1
    assert not [tag for tag, _ in parsed.tags if tag in ("img", "link", "iframe", "object")]
    assert not [name for _, attributes in parsed.tags for name in attributes if name.startswith("on")]
    assert evil in "".join(parsed.words)
    lookup.write(lookup_card.card_of(TODAY), tmp_path / "card.pdf")
    assert "alert(1)" in _text(tmp_path / "card.pdf")


def test_the_page_loads_nothing_and_runs_only_its_own_script(hold):
    hold("Okafor")
    page = lookup.html_of(lookup_card.card_of(TODAY))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?:|//[a-z]|url\(|@import", page)


def test_the_page_can_be_used_by_anybody(hold):
    hold("Okafor", ends=date(2027, 1, 31))
    tags = Parsed(lookup.html_of(lookup_card.card_of(TODAY, date(2026, 12, 1)))).tags
    attributes = {tag: more for tag, more in tags}
    by_id = {more["id"]: (tag, more) for tag, more in tags if "id" in more}
    assert attributes["html"]["lang"] == "en-US" and "width=device-width" in str(tags)
    assert attributes["label"]["for"] in by_id
    assert by_id["count"][1]["role"] == "status" and by_id["stale"][1]["role"] == "alert"
    assert attributes["article"]["aria-labelledby"] in by_id
    assert attributes["body"]["data-good-through"] == "2026-12-01"
    assert attributes["li"]["data-ends"] == "2027-01-31"


def test_a_card_is_good_for_a_week_and_says_so(hold, tmp_path):
    hold("Okafor")
    card = lookup_card.card_of(TODAY)
    assert card.good_through == TODAY + timedelta(7)
    lookup.write(card, tmp_path / "card.pdf")
    assert "Good through Dec 1 2026" in _text(tmp_path / "card.pdf")
    assert "Good through Dec 1 2026" in lookup.html_of(card)


def test_every_page_of_the_paper_says_until_when_it_is_good(hold, tmp_path):
    for number in range(150):
        hold(f"Person {number:03}")
    lookup.write(lookup_card.card_of(TODAY), tmp_path / "card.pdf")
    with pypdfium2.PdfDocument(tmp_path / "card.pdf") as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert "Good through Dec 1 2026" in text and f"Page {number} of {len(pages)}" in text
    assert re.findall(r"Person (\d{3})", " ".join(pages)) == [f"{number:03}" for number in range(150)]


def test_a_card_of_nobody_is_still_a_card(office, tmp_path):
    for name in ("card.html", "card.pdf"):
        assert lookup.write(lookup_card.card_of(TODAY), tmp_path / name) == 0
        assert "Good through" in _text(tmp_path / name)


def test_another_ending_is_refused(office, tmp_path):
    with pytest.raises(WorkbenchError, match="neither .html nor .pdf. Nothing was written"):
        lookup.write(lookup_card.card_of(TODAY), tmp_path / "card.docx")
    assert list(tmp_path.glob("card*")) == []


@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_a_browser_finds_it_out_of_date_after_its_day(hold, tmp_path):
    hold("Okafor", starts=TODAY - timedelta(9))
    for good_through, stale in ((date(2020, 1, 1), True), (date(2199, 1, 1), False)):
        lookup.write(lookup_card.card_of(TODAY, good_through), tmp_path / "card.html")
        done = subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--dump-dom",
                (tmp_path / "card.html").as_uri(),
            ],
            capture_output=True,
            text=True,
            timeout=120,
        )
        (attributes,) = re.findall(r'<p id="stale"([^>]*)>', done.stdout)
        assert ("hidden" not in attributes) is stale
        assert "1 person</p>" in done.stdout


def _text(path: Path) -> str:
    if path.suffix == ".html":
        return " ".join(Parsed(path.read_text("utf-8")).words)
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
