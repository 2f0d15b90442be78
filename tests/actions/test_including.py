"""What is said of documents of an unknown kind holds; said once more, or of one that is gone, it is refused and changes nothing."""

from typing import Any

import pytest

from tests.conftest import dump
from workbench.actions import including
from workbench.errors import WorkbenchError
from workbench.records.desk import KEPT, PRINTED, Document
from workbench.records.provider import Provider


def test_what_is_said_of_documents_is_one_step_and_saying_it_again_is_refused(
    office: Any, make: Any, assert_undoable: Any
) -> None:
    person = make(Provider)
    one, other = (make(Document, provider=person, title=title, sha256="0" * 64).id for title in ("One", "Other"))
    assert assert_undoable(lambda: including.keep_in_the_office([one, other])) == 2
    before = dump()
    with pytest.raises(WorkbenchError, match="said of these documents already, or they are gone. Nothing was changed"):
        including.keep_in_the_office([one, other, 999])
    assert dump() == before, "both are left out still, and somebody said so"
    assert assert_undoable(lambda: including.print_with_the_packet([one])) == 1
    assert [each.packet for each in Document.select().order_by(Document.id)] == [PRINTED, KEPT]
