"""All findings, and all verifications, as lists; each row opens its person's file."""

from typing import Any

from workbench.lists.findings import FINDINGS_LIST
from workbench.lists.verifications import VERIFICATION_LOG
from workbench.records.finding import KeptFinding
from workbench.records.verification import Verification
from workbench.ui.pages.standards_list import ListPart


class FindingsPart(ListPart):
    """What is found."""

    listed, one = FINDINGS_LIST, "finding"
    shares = (18, 12, 20, 9, 41, 22, 8, 16)
    hidden = frozenset({"department", "remedy", "worse_on", "citation"})  # the file's card says them whole
    nothing = "Nothing is found: every file is as the standards ask."
    tones = {"block": "bad", "warn": "warn"}

    def of_department(self, name: str) -> None:
        """What keeps the files of a department from being ready."""
        self.chips.choose("block")
        self.table.set_view("block")
        self.table.filter({"department": name})

    def open_row(self, id: int | None) -> None:
        """The file, at the credential if it is about one."""
        found: Any = None
        if id is not None:
            found = self._page.read(lambda: KeptFinding.get_or_none(KeptFinding.id == id))
        if found is not None and found.provider:
            self._page.open_file(found.provider, found.credential)


class VerificationsPart(ListPart):
    """The log of verifications."""

    listed, one = VERIFICATION_LOG, "verification"
    shares = (19, 13, 14, 11, 14, 9, 10, 9, 11, 11, 14)
    hidden = frozenset({"method", "struck", "reason"})
    nothing = "Nothing was verified yet. A verification is recorded on a person's file, or on Credentials for several."
    tones = {"unlike": "warn"}

    def open_row(self, id: int | None) -> None:
        """The file, at the credential if it is of one."""
        found: Any = None
        if id is not None:
            found = self._page.read(lambda: Verification.get_or_none(Verification.id == id))
        if found is not None:
            self._page.open_file(found.provider_id, found.credential_id)
