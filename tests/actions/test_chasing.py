"""Renewal notices, from a list to files: one message a contact, logged in one step, never of those who left."""

from datetime import date, timedelta
from email import message_from_bytes, policy
from io import BytesIO

import docx
import openpyxl
import pytest

from workbench.actions import chasing as actions
from workbench.errors import WorkbenchError
from workbench.lists import chasing, last_notices
from workbench.records.credential import Credential
from workbench.records.notice import EMAIL, EXPIRED, LETTER, MAILING, RenewalNotice
from workbench.records.office_lists import CredentialSort
from workbench.records.policy import Policy
from workbench.records.practice import Practice, PracticeAddress, PracticeMember
from workbench.records.provider import Provider
from workbench.store import history

TODAY = date(2026, 11, 24)


@pytest.fixture
def staff(office, make):
    """Two of one practice, one on their own, one who died; each with a license that ends in 20 days."""
    practice = make(Practice, name="Lakeside Group", contact="Lorraine Pike", email="lorraine@lakeside.org", street="1 Elm St",
                    city="Oak Park", state="IL", zip="60302")  # fmt: skip
    found = {}
    for last, status in (("Abel", "Active"), ("Baker", "Active"), ("Cole", "Active"), ("Drew", "Deceased")):
        person = make(
            Provider, last=last, first="Kim", degree="MD", status=status, npi="", email=f"{last.lower()}@x.org"
        )
        found[last] = make(
            Credential, provider=person, sort=CredentialSort.get(key="license"), number=f"036-{last}", state="IL",
            expires=TODAY + timedelta(days=20),
        ).id  # fmt: skip
        if last in ("Abel", "Baker"):
            make(PracticeMember, provider=person, practice=practice, preferred=True)
    return found


def write(staff, folder, how=EMAIL, **options):
    chase = chasing.chase(staff.values(), TODAY, **options)
    return actions.write(chase.messages, how, folder, TODAY, "T. Brandt")


def test_one_message_for_each_contact_names_all_of_its_people(staff):
    chase = chasing.chase(staff.values(), TODAY)
    assert [(each.to, each.practice, each.people) for each in chase.messages] == [
        ("Cole, Kim, MD", "", 1),
        ("Lorraine Pike", "Lakeside Group", 2),
    ]
    assert {item.stage for each in chase.messages for item in each.items} == {30}
    assert chase.left_out == ("1 left out: the person is deceased.",)


def test_one_for_each_provider(staff):
    chase = chasing.chase(staff.values(), TODAY, per_person=True)
    assert [each.to for each in chase.messages] == ["Abel, Kim, MD", "Baker, Kim, MD", "Cole, Kim, MD"]


def test_drafts_are_written_and_logged_in_one_step(staff, tmp_path, assert_undoable):
    made = assert_undoable(lambda: write(staff, tmp_path))
    assert made.notices == 3 and sorted(each.name for each in made.files) == [
        "Renewal notice Cole, Kim, MD.eml",
        "Renewal notice Lakeside Group.eml",
    ]


def test_what_a_draft_says(staff, tmp_path):
    write(staff, tmp_path)
    read = message_from_bytes((tmp_path / "Renewal notice Lakeside Group.eml").read_bytes(), policy=policy.default)
    assert read["To"] == "Lorraine Pike <lorraine@lakeside.org>"
    assert read["Subject"] == "2 credentials to renew, 2 providers"
    text = read.get_content().replace("\r\n", "\n")
    assert "Abel, Kim, MD\n  - State license 036-Abel, IL: expires Dec 14 2026 (in 20 days)" in text
    assert "Drew" not in text and "T. Brandt" in text
    assert {each.addressee for each in RenewalNotice.select()} == {"lorraine@lakeside.org", "cole@x.org"}
    assert all(each.noticed == TODAY for each in Credential.select() if each.provider.last != "Drew")


def test_a_letter_greets_a_doctor_by_the_last_name_and_everybody_else_by_both(staff, tmp_path):
    """“Dear Cole, Kim, MD,” is how a file is named, and no way to greet anybody."""
    person = Credential.get_by_id(staff["Cole"]).provider
    said = {}
    for degree, kind, suffix in (
        ("DO", "", "Jr"),
        ("MD, PhD", "", ""),
        ("FNP-C", "", ""),
        ("", "Physician", ""),
        ("DMD", "", ""),
    ):
        with history.step("Change"):
            change = Provider.update(degree=degree, provider_type=kind, suffix=suffix, middle="S")
            change.where(Provider.id == person.id).execute()
        (message,) = chasing.chase([staff["Cole"]], TODAY).messages
        said[degree, kind] = message.dear, message.addressed
    assert said == {
        ("DO", ""): ("Dr. Cole", "Kim S. Cole Jr, DO"),
        ("MD, PhD", ""): ("Dr. Cole", "Kim S. Cole, MD, PhD"),
        ("FNP-C", ""): ("Kim Cole", "Kim S. Cole, FNP-C"),
        ("", "Physician"): ("Dr. Cole", "Kim S. Cole"),
        ("DMD", ""): ("Dr. Cole", "Kim S. Cole, DMD"),
    }
    draft = actions.write(chasing.chase(staff.values(), TODAY).messages, EMAIL, tmp_path, TODAY, "T. Brandt").files
    text = {each.name: message_from_bytes(each.read_bytes(), policy=policy.default) for each in draft}
    own, group = text["Renewal notice Cole, Kim S., DMD.eml"], text["Renewal notice Lakeside Group.eml"]
    assert own.get_content().startswith("Dear Dr. Cole,") and own["To"] == '"Kim S. Cole, DMD" <cole@x.org>'
    assert group.get_content().startswith("Dear Lorraine Pike,") and "no longer with you" in group.get_content()
    assert "no longer with you" not in own.get_content() and own["Subject"].endswith(", Kim S. Cole, DMD")
    made = write(staff, tmp_path, LETTER, per_person=True, again=True)
    paragraphs = [each.text for each in docx.Document(BytesIO(made.files[0].read_bytes())).paragraphs]
    assert "Dear Dr. Cole:" in paragraphs and "Kim S. Cole, DMD" in paragraphs


def test_told_once_they_are_not_told_again_unless_it_is_asked(staff, tmp_path):
    write(staff, tmp_path)
    assert chasing.chase(staff.values(), TODAY).messages == ()
    again = chasing.chase(staff.values(), TODAY, again=True)
    assert [item.last for each in again.messages for item in each.items] == ["30 days, Nov 24"] * 3
    assert len(chasing.chase(staff.values(), TODAY + timedelta(days=6)).messages) == 2


def test_the_notice_of_a_term_that_has_ended_says_so_wherever_it_is_told(staff, tmp_path):
    with history.step("Change"):
        Credential.update(expires=TODAY - timedelta(days=120)).where(Credential.id == staff["Cole"]).execute()
    assert [each.stage for message in chasing.chase([staff["Cole"]], TODAY).messages for each in message.items] == [
        EXPIRED
    ]
    one = Credential.get_by_id(staff["Cole"])
    assert chasing.told_of([one], TODAY, Policy())[one.id] == (("Next notice", "expired, due now"),)
    actions.write(chasing.chase([one.id], TODAY).messages, EMAIL, tmp_path, TODAY, "T. Brandt")
    text = (tmp_path / "Renewal notice Cole, Kim, MD.eml").read_text()
    assert "this credential has expired" in text and "Expired Jul 27 2026" in text
    assert last_notices.of_person(one.provider_id).endswith("expired, Nov 24 2026, to cole@x.org (e-mail draft)")
    again = chasing.chase([one.id], TODAY, again=True).messages
    assert [(item.stage, item.last, item.then) for item in again[0].items] == [(EXPIRED, "expired, Nov 24", "")]
    made = actions.write(again, MAILING, tmp_path, TODAY, "T. Brandt")
    assert openpyxl.load_workbook(made.files[0]).active["I2"].value == "expired"


def test_letters_are_one_word_file_with_a_page_each(staff, tmp_path):
    made = write(staff, tmp_path, LETTER)
    document = docx.Document(BytesIO(made.files[0].read_bytes()))
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Lorraine Pike\nLakeside Group\n1 Elm St\nOak Park, IL 60302" in text
    assert [cell.text for cell in document.tables[1].rows[1].cells][:2] == [
        "Abel, Kim, MD",
        "State license 036-Abel, IL",
    ]
    assert document.element.xml.count('w:br w:type="page"') == 1


def test_a_mailing_list_has_a_line_for_each_credential(staff, tmp_path):
    made = write(staff, tmp_path, MAILING)
    sheet = openpyxl.load_workbook(made.files[0]).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["Cole, Kim, MD", "Lorraine Pike", "Lorraine Pike"]
    assert sheet["H2"].value.date() == date(2026, 12, 14)


def test_who_has_no_address_is_named_and_nothing_is_logged_of_them(staff, tmp_path):
    with history.step("Change"):
        Practice.update(email="").execute()
    made = write(staff, tmp_path)
    assert made.left_out == ("Lorraine Pike: no e-mail address, so not written to.",)
    assert RenewalNotice.select().count() == 1


def test_where_a_file_cannot_be_written_nothing_is_logged_and_none_is_left(staff, tmp_path, monkeypatch):
    written = []

    def fails(path, content):
        if written:
            raise WorkbenchError("The disk is full.")
        written.append(path)
        path.write_bytes(content)
        return path

    monkeypatch.setattr(actions, "put", fails)
    with pytest.raises(WorkbenchError, match="full"):
        write(staff, tmp_path)
    assert list(tmp_path.glob("*.eml")) == [] and RenewalNotice.select().count() == 0
    assert Credential.select().where(Credential.noticed.is_null(False)).count() == 0


def test_a_letter_goes_where_the_practice_has_its_credentialing_else_its_mail(staff, make):
    practice = Practice.get()
    make(PracticeAddress, practice=practice, sort="Billing", street="9 Bill St")
    assert chasing.chase(staff.values(), TODAY).messages[1].lines[0] == "1 Elm St"
    make(
        PracticeAddress, practice=practice, sort="Mailing", street="PO Box 3645", city="Elgin", state="IL", zip="60120"
    )
    assert chasing.chase(staff.values(), TODAY).messages[1].lines == ("PO Box 3645", "Elgin, IL 60120")
    make(PracticeAddress, practice=practice, sort="Credentialing", street="2 Oak St")
    assert chasing.chase(staff.values(), TODAY).messages[1].lines[0] == "2 Oak St"
