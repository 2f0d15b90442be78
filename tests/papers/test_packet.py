"""The packet of the fixed office: its text against a golden file, every page labelled, everybody there once, canaries absent."""

import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.papers.conftest import assert_sound, pages_of, text_of
from tests.papers.packet_office import CONFIDENTIAL, LEGEND, NEVER, TODAY, PacketOffice, canaries_in
from tests.papers.small_pdf import ACROSS, LETTER, small_pdf
from workbench.errors import Cancelled, WorkbenchError
from workbench.lists import agenda
from workbench.papers import binding, editions, minutes_said, packet
from workbench.papers.binding import Bound, Copy
from workbench.records import texts
from workbench.records.application import Application, Reference
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.evidence import Check, NpdbQuery
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import ON_PAPER_ALONE
from workbench.records.provider import Provider
from workbench.records.verification import Verification, VerificationSource
from workbench.store import history, settings

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def print_packet(packet_office: PacketOffice, tmp_path: Path):
    """print_packet(edition, copy): the packet as a file, and what the press said of it."""

    def made(edition: str = "Committee", copy: Copy | None = None) -> tuple[Path, Bound]:
        path = tmp_path / f"{edition}.pdf"
        issue = 1 if copy and edition in ON_PAPER_ALONE else None
        return path, binding.bind(packet.packet_of(packet_office.meeting.id, TODAY, edition), path, copy, issue=issue)

    return made


@pytest.mark.parametrize("edition", ("Committee", "Survey", "Open", "Action sheet"))
def test_the_text_of_an_edition_is_its_golden_file(print_packet, edition: str):
    path, _ = print_packet(edition, Copy(4, 9, "Dr. H. Marsh", original=edition == "Action sheet"))
    assert_sound(path)
    # How many spaces stand between columns, and blank lines, differ with poppler's version.
    lines = (re.sub(r"\s{2,}", "  ", line.strip()) for line in text_of(path).replace("\f", "\n").splitlines())
    said = "\n".join(line for line in lines if line)
    golden = GOLDEN / f"{edition.lower().replace(' ', '_')}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said + "\n", "utf-8")
    assert said + "\n" == golden.read_text("utf-8")


def test_every_page_carries_its_label_number_copy_and_seal(packet_office, print_packet):
    packet_office.attach(packet_office.clean.provider, "wide.pdf", small_pdf(ACROSS, LETTER), credential=None)
    path, bound = print_packet(copy=Copy(4, 9, "Dr. H. Marsh"))
    pages = pages_of(path)
    assert len(pages) == bound.pages
    for number, page in enumerate(pages, 1):
        for said in (
            "CONFIDENTIAL PEER REVIEW",
            f"Page {number} of {len(pages)}",
            "Copy 4 of 9, Dr. H. Marsh",
            bound.seal,
        ):
            assert said in page, f"{said} is not on page {number}"


def test_each_practitioner_of_the_agenda_is_there_once_on_one_page(print_packet):
    path, bound = print_packet()
    pages = pages_of(path)
    practitioners = [item for item in bound.items if item["provider"]]
    assert [item["title"] for item in practitioners] == [
        "Banerjee, Arjun K., MD",
        "Morris, Kevin T., DO",
        "Lopez, Ana, PA-C",
        "Okafor, Adaeze N., MD",
    ]
    npis = Counter(re.findall(r"NPI (\d{10})", "\n".join(pages)))
    assert npis == Counter(["1679553432", "1245319599", "1023011178", "1104828823"])
    for item in practitioners:
        page = pages[item["page"] - 1]
        assert item["title"] in page and f"Item {item['number']}" in page
        assert "Privileges requested" in page and "Chair" in page, f"{item['title']} does not fit one page"


def test_somebody_with_two_applications_has_one_profile_with_both(packet_office, print_packet):
    asked = packet_office._application(packet_office.renewed.provider, "Added privileges")
    packet_office._asked(asked, packet_office.spine)
    packet_office.put("Added privileges", application=asked)
    path, bound = print_packet()
    both = [item for item in bound.items if item["provider"] == packet_office.renewed.provider_id]
    assert len(both) == 2 and both[0]["page"] == both[1]["page"]
    page = text_of(path).count("NPI 1104828823")
    assert page == 1
    profile = pages_of(path)[both[0]["page"] - 1]
    assert "Hip and knee replacement" in profile and "Spine decompression" in profile


def test_an_item_about_somebody_leads_to_the_profile_or_names_no_practitioner(packet_office, print_packet, make):
    packet_office.put("Status changes", title="Leave of absence", provider=packet_office.flagged.provider)
    other = packet_office.make(Provider, last="Zorn", first="Max", degree="MD")
    packet_office.put("Status changes", title="Resignation", provider=other)
    path, bound = print_packet()
    lines = {item["title"]: item for item in bound.items}
    about = lines["Morris, Kevin T., DO: Leave of absence"]
    assert about["provider"] == packet_office.flagged.provider_id
    assert about["page"] == lines["Morris, Kevin T., DO"]["page"]
    assert lines["Resignation"]["provider"] is None
    for item in bound.items:
        assert not item["provider"] or item["title"].split(":")[0] in pages_of(path)[item["page"] - 1]


def test_what_an_earlier_committee_recommended_stands_in_the_committees_edition_alone(
    packet_office, print_packet, make
):
    earlier = make(Committee, name="Bylaws Credentials Panel", level="Credentials committee")
    meeting = make(Meeting, committee=earlier, held=date(2026, 11, 3))
    said = {"outcome": "Approved with conditions", "conditions": "First ten blocks proctored"}
    make(AgendaItem, meeting=meeting, application=packet_office.clean, section="Consent list", **said)
    words = ("Bylaws Credentials Panel", "Recommended with", "First ten blocks proctored")
    path, _ = print_packet()
    said = re.sub(r"\s+", " ", text_of(path))
    assert [each for each in words if each not in said] == []
    path, _ = print_packet("Survey")
    assert "First ten blocks proctored" not in text_of(path)


@pytest.mark.parametrize("edition", ("Committee", "Survey", "Open", "Action sheet"))
def test_no_edition_shows_what_a_packet_leaves_out(packet_office, print_packet, edition: str):
    for name in ("canarypassport_passport.pdf", "Immunization_canarytiter.pdf", "Drivers_license_photo.jpg"):
        packet_office.attach(packet_office.clean.provider, name, small_pdf(says=("canarypassport",)), packet="")
    path, bound = print_packet(edition)
    said = text_of(path) + path.read_bytes().decode("latin-1") + bound.manifest
    assert canaries_in(said, NEVER) == []
    assert "1979" not in text_of(path)


def test_what_is_left_out_of_other_editions_is_in_the_committees(print_packet):
    path, _ = print_packet()
    said = re.sub(r"\s+", " ", text_of(path))
    assert [each for each in CONFIDENTIAL if each not in said and each != "No reports"] == []


@pytest.mark.parametrize("edition", ("Survey", "Open"))
def test_a_survey_and_an_open_edition_leave_out_what_was_said_in_confidence(print_packet, edition: str):
    path, bound = print_packet(edition)
    said = text_of(path) + bound.manifest
    assert canaries_in(said, CONFIDENTIAL) == []


def test_a_canary_of_digits_is_found_where_somebody_could_read_it_and_not_inside_a_hash():
    digits, word = "8642", "canaryflag"
    for said in ("SSN 8642.", "xxx-xx-8642", "8642", "(8642)Tj"):
        assert canaries_in(said, [digits]) == [digits]
    for said in ("51b8642c0f", "0000008642 00000 n", "/Length 8642 >>"):
        assert canaries_in(said, [digits]) == []
    assert canaries_in("acanaryflagb", [digits, word]) == [word]


@pytest.mark.parametrize(("edition", "shown"), (("Committee", True), ("Survey", False), ("Open", False)))
def test_a_confidential_report_is_enclosed_for_the_committee_alone(packet_office, print_packet, edition, shown):
    report = packet_office.attach(None, "cases.pdf", small_pdf(says=("canaryreport",)), title="Mortality review")
    bylaws = packet_office.attach(None, "bylaws.pdf", small_pdf(says=("canarybylaws",)), title="Bylaws, draft 2")
    packet_office.put("Reports", title="Quarterly report", document=report)
    packet_office.put("Policy", title="Bylaws", document=bylaws)
    said = text_of(print_packet(edition)[0])
    assert ("canaryreport" in said) == shown
    assert "canarybylaws" in said, "a policy is for every edition"


@pytest.mark.parametrize(("queried", "shown"), ((date(2026, 12, 1), True), (date(2026, 12, 2), False)))
def test_a_response_to_a_query_after_the_meeting_is_not_in_its_insert(packet_office, print_packet, queried, shown):
    person = packet_office.clean.provider
    later = packet_office.attach(person, "later.pdf", small_pdf(says=("canarylater",)), title="Response")
    packet_office.make(NpdbQuery, provider=person, queried=queried, result="Reports", response=later)
    said = text_of(print_packet("NPDB insert", Copy(1, 3, "Dr. H. Marsh"))[0])
    assert ("canarylater" in said) == shown and "canarysealed" in said


def test_a_newer_query_without_reports_takes_the_response_out_of_the_insert(packet_office, print_packet):
    person = packet_office.flagged.provider
    packet_office.make(NpdbQuery, provider=person, queried=date(2026, 11, 29), result="No reports")
    assert "canarysealed" not in text_of(print_packet("NPDB insert", Copy(1, 3, "Dr. H. Marsh"))[0])


@pytest.mark.parametrize("edition", ("Committee", "NPDB insert"))
def test_reports_of_which_no_insert_shows_the_response_are_said(packet_office, edition):
    def told() -> list[str]:
        warnings = packet.packet_of(packet_office.meeting.id, TODAY, edition).warnings
        return [each for each in warnings if "no sealed insert shows it" in each]

    assert not told()
    person = packet_office.clean.provider
    query = packet_office.make(NpdbQuery, provider=person, queried=date(2026, 11, 28), result="Reports")
    (said,) = told()
    assert "Banerjee" in said and "Nov 28 2026" in said
    with history.step("The response came"):
        query.response = packet_office.attach(person, "late.pdf", small_pdf(), title="Response")
        query.save()
    assert not told()


@pytest.mark.parametrize(("received", "shown"), ((date(2026, 12, 1), True), (date(2026, 12, 2), False)))
def test_a_reference_that_came_after_the_meeting_says_nothing_on_its_paper(
    packet_office, print_packet, received, shown
):
    with history.step("Later"):
        row = Reference.get((Reference.application == packet_office.flagged) & (Reference.name == "Lang"))
        row.received, row.comment = received, "Careful (canarylater)."
        row.save()
    said = text_of(print_packet()[0])
    assert ("canarylater" in said) == shown
    profile = next(each for each in packet.packet_of(packet_office.meeting.id, TODAY).profiles if "Morris" in each.name)
    lang = next(each for each in profile.referees if each.name == "Lang, MD")
    assert (lang.received != "not received") == shown and bool(lang.grades) == shown


def test_an_agenda_leads_only_to_what_the_edition_holds(print_packet):
    def agenda_line(edition: str) -> str:
        return next(line for line in pages_of(print_packet(edition)[0])[1].splitlines() if "ction items" in line)

    assert re.search(r"\s4$", agenda_line("Committee")), "the page of the minutes, on which they stand"
    assert not re.search(r"\s\d+$", agenda_line("Survey")), "a survey holds none"


def test_previous_minutes_miss_no_outcome_where_nobody_decides(packet_office):
    for section, information in (
        ("Call to order", False),
        ("Action items", False),
        ("Reports", True),
        ("Policy", False),
    ):
        packet_office.make(
            AgendaItem, meeting=packet_office.before, section=section, title=f"Of {section}", information=information
        )
    said = minutes_said.of(packet_office.before.id, TODAY, editions.edition("Committee"))
    outcomes = {each.title: each.outcome for each in said.decided}
    assert outcomes["Of Call to order"] == outcomes["Of Action items"] == ""
    assert (outcomes["Of Reports"], outcomes["Of Policy"]) == ("For information", "No outcome recorded")


def test_an_open_edition_names_nobody(print_packet):
    path, bound = print_packet("Open")
    said = text_of(path) + bound.manifest + str(bound.items)
    assert [name for name in ("Banerjee", "Morris", "Lopez", "Okafor") if name in said] == []
    assert "Robotic criteria" in said


@pytest.mark.parametrize(
    ("section", "title", "named"),
    (
        ("Reports", "Peer review of Dr. Okafor surgical mortality", "Okafor"),
        ("Policy", "Dr. OKAFOR's robotic privileges", "Okafor"),
        ("Policy", "Letter of Tolliver", "Tolliver"),
        ("Policy", "adverse decision about okafor, policy", "Okafor"),
        ("Reports", "Quarterly report on okaforing", ""),
        ("Other business", "Complaint about Dr. Okafor", ""),
    ),
)
def test_whoever_prints_an_open_edition_is_told_of_titles_that_name_somebody(packet_office, section, title, named):
    packet_office.put(section, title=title)
    warnings = packet.packet_of(packet_office.meeting.id, TODAY, "Open").warnings
    told = [each for each in warnings if "open edition names nobody" in each]
    assert len(told) == bool(named) and all(f"{title}: “{named}” is the name" in each for each in told)
    committee = packet.packet_of(packet_office.meeting.id, TODAY).warnings
    assert not any("open edition" in each for each in committee)


def test_a_survey_shows_that_the_npdb_was_queried_and_not_what_it_answered(print_packet):
    path, _ = print_packet("Survey")
    said = text_of(path)
    assert "Queried; in continuous query to Nov 3 2027" in said
    assert "reviewed" not in said.split("NPDB", 1)[1].split("Exclusions", 1)[0]


def test_what_was_looked_up_of_the_person_is_on_the_profile_and_a_survey_sees_that_it_was(packet_office, make):
    banks = {"source": VerificationSource.select().first(), "done": TODAY, "result": "Differs"}
    for application in Application.select():
        make(Verification, provider=application.provider, element="claims", **banks)

    def told(edition):
        made = packet.packet_of(packet_office.meeting.id, TODAY, edition)
        lines = [each for profile in made.profiles for each in profile.seen if each.element == "Malpractice history"]
        return {(each.finding, each.verified, each.tone) for each in lines}

    day = texts.day(TODAY)
    assert told("Committee") == {("More than is stated, see the file", day, "warn")}
    assert told("Survey") == {("Looked up", day, "")}


def test_the_npdbs_response_is_in_the_insert_alone(print_packet):
    for edition in ("Committee", "Survey", "Open", "Action sheet"):
        assert "canarysealed" not in text_of(print_packet(edition)[0])
    path, bound = print_packet("NPDB insert", Copy(1, 3, "Dr. H. Marsh"))
    pages = pages_of(path)
    assert sum("canarysealed" in page for page in pages) == 1
    assert all("Morris" in page or number == 0 for number, page in enumerate(pages))
    assert "Banerjee" not in "".join(pages)
    assert all("CONFIDENTIAL PEER REVIEW" in page and "Copy 1 of 3" in page for page in pages)


def test_boxes_and_lines_to_sign_are_on_the_action_sheet_alone(print_packet):
    for edition in ("Committee", "Survey", "Open"):
        said = text_of(print_packet(edition)[0])
        assert "Do not recommend" not in said and "Signature" not in said
    said = text_of(print_packet("Action sheet", Copy(2, 2, "Dr. H. Marsh", original=True))[0])
    assert said.count("Do not recommend") == 4 and "Signature" in said and said.count("Original no. 2") == 4


def test_a_packet_without_a_legend_warns_on_paper_and_to_whoever_prints_it(packet_office, print_packet):
    assert LEGEND in re.sub(r"\s+", " ", text_of(print_packet()[0]))
    with history.step("No legend"):
        settings.save(legend="")
    path, bound = print_packet()
    assert "No confidentiality legend is set" in pages_of(path)[0]
    assert any("legend" in each for each in bound.warnings)


def test_bookmarks_and_contents_lead_to_the_pages_they_name(print_packet):
    path, bound = print_packet()
    pages = pages_of(path)
    with pikepdf.Pdf.open(path) as pdf, pdf.open_outline() as outline:
        profiles = next(each for each in outline.root if each.title == "Profiles")
        marks = {each.title: pdf.pages.index(pikepdf.Page(each.destination[0])) + 1 for each in profiles.children}
    expected = {f"{item['number']}  {item['title']}": item["page"] for item in bound.items if item["provider"]}
    assert marks == expected
    contents = dict(re.findall(r"^\s*\d\.\d\s+(\S.*?)\s{3,}(\d+)\s*$", pages[0], re.MULTILINE))
    assert {title: int(page) for title, page in contents.items()} == {
        item["title"]: item["page"] for item in bound.items if item["provider"]
    }


def test_the_same_office_on_the_same_day_makes_the_same_packet(packet_office, print_packet):
    path, first = print_packet(copy=Copy(1, 2, "A"))
    before = path.read_bytes()
    path, again = print_packet(copy=Copy(1, 2, "A"))
    assert path.read_bytes() == before and again.seal == first.seal
    _, other = print_packet(copy=Copy(2, 2, "B"))
    assert other.manifest == first.manifest and path.read_bytes() != before


def test_a_packet_of_no_meeting_is_refused_in_a_sentence(packet_office):
    with pytest.raises(WorkbenchError, match="no meeting 9999"):
        packet.packet_of(9999, TODAY)


def test_a_meeting_without_files_makes_an_honest_packet_without_empty_tables(office, make, tmp_path):
    from workbench.records.committee import Committee
    from workbench.records.meeting import Meeting

    bare = make(Meeting, committee=make(Committee, name="Bylaws", level="Other"), held=TODAY)
    bound = binding.bind(packet.packet_of(bare.id, TODAY), tmp_path / "bare.pdf")
    said = text_of(tmp_path / "bare.pdf")
    assert bound.pages >= 2 and "Profiles" not in said and "Consent list" not in said
    assert "Nobody sits on this committee" in said and "No item is on the agenda" in said


def test_cancelling_leaves_no_file(packet_office, tmp_path):
    for after in range(0, 2001, 250):

        def stop(done: int, total: int, after: int = after) -> None:
            if done >= after:
                raise Cancelled

        with pytest.raises(Cancelled):
            binding.bind(packet.packet_of(packet_office.meeting.id, TODAY), tmp_path / "p.pdf", progress=stop)
        assert [each.name for each in tmp_path.iterdir() if "pdf" in each.name] == []


def test_a_person_with_endless_words_still_has_a_profile(packet_office, print_packet):
    with history.step("Words"):
        asked = packet_office.flagged
        asked.chair_report = "word " * 8000
        asked.save()
        person = asked.provider
        person.last = "Ω" * 300
        person.save()
    path, bound = print_packet()
    assert_sound(path)
    assert text_of(path).count("word") >= 8000


@pytest.mark.parametrize(
    ("values", "said"),
    (
        ({}, "active to Jul 31 2029, no discipline"),
        (
            {"standing": "Probation", "discipline": "On record"},
            "probation to Jul 31 2029, discipline on record, and no red flag tells of what",
        ),
        ({"standing": "Surrendered", "expires": None}, "surrendered, no end date on file, no discipline"),
        ({"expires": date(2026, 11, 1)}, "lapsed Nov 1 2026, no discipline"),
        ({"standing": "", "discipline": ""}, "to Jul 31 2029, status and discipline not recorded"),
        ({"standing": "", "discipline": "", "verified": None, "source": ""}, "to Jul 31 2029"),
    ),
)
def test_a_license_says_how_it_stands_and_what_its_board_showed(packet_office, values: dict, said: str):
    license = Credential.get(Credential.provider == packet_office.clean.provider, Credential.number == "036-151822")
    with history.step("Change"):
        for name, value in values.items():
            setattr(license, name, value)
        license.save()
    profile = packet.packet_of(packet_office.meeting.id, TODAY).profiles[0]
    line = next(each for each in profile.seen if each.element == "License")
    assert line.finding == f"IL 036-151822, {said}"
    lost = values.get("standing") == "Surrendered" or values.get("expires") == date(2026, 11, 1)
    looked_at = values.get("standing") == "Probation" or "verified" in values
    assert line.tone == ("bad" if lost else "warn" if looked_at else "")


@pytest.mark.parametrize(
    ("values", "said"),
    (
        ({}, "health requirements current"),
        ({"expires": None, "lifetime": True}, "health requirements current"),
        ({"expires": date(2026, 11, 30)}, "health requirements not all current"),
        ({"expires": None}, "health requirements not all shown to be current"),
        ({"verified": None, "source": ""}, "health requirements not all shown to be current"),
        ({"verified": date(2026, 12, 2)}, "health requirements not all shown to be current"),
    ),
)
def test_health_requirements_are_current_only_where_that_is_shown(packet_office, values: dict, said: str):
    kept = Credential.get(
        Credential.provider == packet_office.clean.provider, Credential.title == "Measles canarytiter"
    )
    with history.step("Change"):
        for name, value in values.items():
            setattr(kept, name, value)
        kept.save()
    line = next(
        each for each in packet.packet_of(packet_office.meeting.id, TODAY).profiles[0].seen if each.element == "Health"
    )
    assert line.finding == f"Ability to perform attested; {said}"
    assert line.tone == ("" if said.endswith("requirements current") else "warn")


def test_an_identity_or_a_background_check_of_an_earlier_term_is_marked(packet_office):
    with history.step("Long ago"):
        Check.update(done=date(2021, 6, 11)).where(Check.sort.in_(("Identity", "Background check"))).execute()
    seen = {each.element: each for each in packet.packet_of(packet_office.meeting.id, TODAY).profiles[0].seen}
    for name, said in (("Background check", "Clear"), ("Identity", "Seen in a current picture ID")):
        assert seen[name].finding == f"{said}, more than 180 days before the meeting"
        assert (seen[name].tone, seen[name].age) == ("warn", "1,999 days")


def test_a_criterion_stands_whole_however_long_it_is(packet_office, print_packet):
    words = "An accredited residency in orthopedic surgery whose director attests, in a letter of the last two years, to the lastword"
    with history.step("Long"):
        packet_office.core.training = words
        packet_office.core.save()
    profile = packet.packet_of(packet_office.meeting.id, TODAY).profiles[0]
    assert words in profile.asks[0].privileges[0].criteria
    assert "lastword" in text_of(print_packet()[0])


def test_an_agenda_names_documents_by_their_titles_and_says_where_nothing_is_enclosed(packet_office, print_packet):
    scan = packet_office.attach(None, "scan_0012.pdf", small_pdf(), title="Bylaws, draft 2")
    packet_office.put("Policy", title="Bylaws", document=scan)
    packet_office.put("Policy", title="Call schedule")
    path, bound = print_packet()
    said = text_of(path)
    assert "Bylaws · Bylaws, draft 2" in said and "scan_0012" not in said
    assert "Call schedule" in said and "nothing is enclosed" not in said  # the office is told, and no member
    assert any("Call schedule: nothing is enclosed for it. Attach its document." in each for each in bound.warnings)
    remarks = agenda.read(packet_office.meeting.id, TODAY).problems
    assert any("Call schedule: nothing is enclosed" in each.sentence for each in remarks)
    tones = [each.tone for each in remarks]
    assert tones == sorted(tones, key=["bad", "warn", "info"].index)


def test_an_open_edition_is_under_no_legend(packet_office, print_packet):
    assert LEGEND not in re.sub(r"\s+", " ", text_of(print_packet("Open")[0]))
    with history.step("No legend"):
        settings.save(legend="")
    assert not any("legend" in each for each in print_packet("Open")[1].warnings)
    assert any("legend" in each for each in print_packet("Survey")[1].warnings)


def test_every_page_of_a_profile_names_its_practitioner(packet_office, print_packet):
    with history.step("Words"):
        packet_office.flagged.chair_report = "word " * 3000
        packet_office.flagged.save()
    pages = pages_of(print_packet()[0])
    assert sum("Item 5.1 · Morris, Kevin T., DO" in page for page in pages) >= 3


def test_all_minutes_that_nobody_approved_are_enclosed_the_oldest_first(packet_office, print_packet, make):
    october = make(Meeting, committee=packet_office.committee, held=date(2026, 10, 6), state="Held")
    make(AgendaItem, meeting=october, section="Policy", title="Dress code", outcome="Approved", application=None)
    september = make(Meeting, committee=packet_office.committee, held=date(2026, 9, 1), state="Held")
    make(AgendaItem, meeting=september, section="Policy", title="Parking", outcome="Approved", application=None)
    make(AgendaItem, meeting=october, section="Minutes", title="", outcome="Approved", application=None)
    packet_office.put("Minutes", title="Minutes of Oct 6 2026", minutes=3)
    said = packet.packet_of(packet_office.meeting.id, TODAY)
    assert [each.held for each in said.minutes] == [date(2026, 10, 6), date(2026, 11, 3)]
    leads = {item.title: item.leads_to for item in said.items if item.section == "Minutes"}
    assert leads == {"Minutes of Nov 3 2026": "minutes of nov 3 2026", "Minutes of Oct 6 2026": "minutes of oct 6 2026"}
    path, _ = print_packet()
    pages = pages_of(path)
    first = next(
        place for place, page in enumerate(pages) if "Minutes of Oct 6 2026\n" in page and "Draft, for approval" in page
    )
    assert "Dress code" in pages[first] and "Minutes of Nov 3 2026" in pages[first + 1]
    assert "Open action items" not in pages[first] and "Open action items" in pages[first + 1]
    assert not any("Parking" in page for page in pages)
