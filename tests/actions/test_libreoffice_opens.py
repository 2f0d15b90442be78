"""Every workbook that the program writes opens in LibreOffice, with what it says in its cells."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from tests.actions.returning_office import LAUNCH, back, edit, people, sent
from tests.conftest import TODAY, make_record
from workbench.actions import chasing as notices
from workbench.actions import (
    exporting,
    form_exchange,
    importing,
    refusing,
    returning,
    starting_forms,
    submitting,
    tracing_files,
)
from workbench.lists import chasing
from workbench.lists.named import LISTS, list_named
from workbench.records.committee import Committee, Seat
from workbench.records.credential import Credential
from workbench.records.meeting import ActionItem, Meeting
from workbench.records.notice import MAILING
from workbench.records.office_lists import CredentialSort
from workbench.records.payer import Payer
from workbench.records.privilege import PrivilegeForm
from workbench.records.provider import Provider
from workbench.records.verification import Verification, VerificationSource

HEADINGS = ["Last Name", "First Name", "NPI"]


def book_of(path: Path, *rows: list) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def forms_out(folder: Path) -> tuple[Path, str]:
    starting_forms.bring_in(starting_forms.shipped()[0].key)
    form = PrivilegeForm.select().first()
    form_exchange.export([form.id], folder / "forms.xlsx")
    return folder / "forms.xlsx", str(form.name)


def mailing_list(folder: Path) -> tuple[Path, str]:
    person = people()[0]
    license_ = CredentialSort.get(key="license")
    ends = make_record(Credential, provider=person, sort=license_, number="036-7", expires=TODAY + timedelta(days=20))
    chase = chasing.chase([ends.id], TODAY)
    return notices.write(chase.messages, MAILING, folder, TODAY, "T. Brandt").files[0], person.last


def payer_roster(folder: Path) -> tuple[Path, str]:
    payer, roster = _payer(folder)
    submitting.write(roster, folder / "roster.xlsx", TODAY, datetime(2026, 11, 24, 9))
    assert payer.name == "Blue Plan"
    return folder / "roster.xlsx", "Okafor"


def payer_changes(folder: Path) -> tuple[Path, str]:
    submitting.write_changes(_payer(folder)[1], folder / "changes.xlsx")
    return folder / "changes.xlsx", "Add"


def _payer(folder: Path) -> tuple[Payer, submitting.Roster]:
    people()
    payer = make_record(Payer, name="Blue Plan")
    submitting.keep_template(payer, book_of(folder / "blue.xlsx", HEADINGS, ["required"] * 3), launch=LAUNCH)
    payer = Payer.get_by_id(payer.id)
    everyone = [each.id for each in Provider.select()]
    return payer, submitting.plan(payer, TODAY, everyone)


def refused_rows(folder: Path) -> tuple[Path, str]:
    roster = book_of(folder / "in.xlsx", HEADINGS, ["Ngo", "Ann", "1234567893"], ["Wrong", "Ed", "1234567890"])
    plan = importing.prepare(roster, today=TODAY, launch=LAUNCH).plan
    assert refusing.save(plan, folder / "refused.xlsx") == 1
    return folder / "refused.xlsx", "Wrong"


def refused_rows_of_a_list(folder: Path) -> tuple[Path, str]:
    people()
    path = edit(sent(folder / "list.xlsx"), lambda e: e.set(2, "NPI", "1234567890"))
    assert returning.save_rejects(back(path).plan, folder / "refused.xlsx") == 1
    return folder / "refused.xlsx", "1234567890"


def audit_worksheet(folder: Path) -> tuple[Path, str]:
    everybody = [each.id for each in people()]
    tracing_files.worksheet(everybody, folder / "audit.xlsx", TODAY, "Chosen by Ann.")
    return folder / "audit.xlsx", "Okafor"


def _verified() -> Credential:
    """A license of which a notice went out, looked at once; and a look that was struck."""
    license_ = CredentialSort.get(key="license")
    made = make_record(
        Credential, provider=people()[0], sort=license_, number="036-7", expires=TODAY, noticed=TODAY, state="IL"
    )
    board = make_record(VerificationSource, name="idfpr.illinois.gov", primary="license", equivalent="")
    common = {"provider": made.provider, "credential": made, "source": board, "element": "license"}
    make_record(Verification, **common, done=TODAY, by="Ann Brandt", struck=None)
    make_record(Verification, **common, done=TODAY, by="Nobody", struck=TODAY, struck_by="Ann", struck_why="Another")
    return made


def verification_log(folder: Path) -> tuple[Path, str]:
    _verified()
    log = list_named("verifications")
    assert log is not None
    ids = log.ids(today=TODAY, filters={"by": "brandt"})
    assert exporting.export(log, ids, folder / "log.xlsx", TODAY, said="by Brandt") == 1
    said = str(list(openpyxl.load_workbook(folder / "log.xlsx").worksheets[0].iter_rows(values_only=True)))
    assert "Nobody" not in said and "datetime.datetime(2026, 11, 24" in said
    return folder / "log.xlsx", "idfpr.illinois.gov"


def expirables_with_notices(folder: Path) -> tuple[Path, str]:
    _verified()
    return sent(folder / "credentials.xlsx", "credentials"), "Last notice"


def a_list(name: str) -> Callable[[Path], tuple[Path, str]]:
    def write(folder: Path) -> tuple[Path, str]:
        _committee()
        return sent(folder / f"{name}.xlsx", name), "Credentials Committee" if name != "action_items" else "Ask counsel"

    return write


def _committee() -> None:
    made = make_record(Committee, name="Credentials Committee", level="Credentials committee")
    make_record(Seat, committee=made, name="Marsh, Helen, MD", role="Chair")
    make_record(Meeting, committee=made, held=date(2026, 12, 1))
    make_record(ActionItem, committee=made, title="Ask counsel")


WRITERS = {
    "forms out": forms_out,
    "the mailing of renewal notices": mailing_list,
    "a payer's template": payer_roster,
    "what changed for a payer": payer_changes,
    "refused rows of a roster": refused_rows,
    "refused rows of a list": refused_rows_of_a_list,
    "an audit worksheet": audit_worksheet,
    "the verification log, filtered": verification_log,
    "expirables with their notices": expirables_with_notices,
    **{
        name: a_list(name)
        for name in ("meetings", "committees", "action_items")
        if name in {each.name for each in LISTS}
    },
}


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_libreoffice_opens_what_is_written_and_reads_its_words(
    office: object, tmp_path: Path, libreoffice: Callable[..., Path], writer: Callable[[Path], tuple[Path, str]]
) -> None:
    path, word = writer(tmp_path)
    book = openpyxl.load_workbook(libreoffice(path))
    said = [str(cell) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert any(word in cell for cell in said), said[:20]
    assert not any(cell.startswith("Err:") or cell in ("#NAME?", "#REF!", "#VALUE!") for cell in said)
