"""The rows that an import read are sealed as they were kept: whoever changes one afterwards is found out."""

import pytest

from tests.actions.returning_office import back, edit, people, sent
from tests.actions.test_importing import ROWS, prepared, written
from tests.conftest import TODAY
from workbench.actions import importing, returning, undoing
from workbench.records import BYTES
from workbench.records.roster import RosterImport
from workbench.store import auditing, database, sources, triggers


@pytest.fixture(params=["a roster", "a list that came back"])
def imported(request, office, tmp_path):
    """The id of an import whose rows are kept."""
    if request.param == "a roster":
        return importing.apply(prepared(written(tmp_path / "roster.xlsx", ROWS)).plan, today=TODAY).import_id
    people()
    path = sent(tmp_path / "list.xlsx")
    edit(path, lambda e: e.set(e.row_of("Okafor"), "Phone", "(312) 555-0199"))
    return returning.apply(back(path).plan, today=TODAY).import_id


def test_an_import_writes_down_the_seal_of_its_rows_and_a_changed_row_breaks_it(imported):
    assert RosterImport.get_by_id(imported).rows_seal == sources.seal(imported)
    assert auditing.flaws(BYTES) == []
    undoing.undo()
    undoing.redo()
    assert auditing.flaws(BYTES) == []
    triggers.drop()
    row = "SELECT sheet, row FROM source_row WHERE import_id = ? LIMIT 1"
    database.execute_sql(f"UPDATE source_row SET cells = '[1]' WHERE (sheet, row) = ({row})", (imported,))
    triggers.create()
    assert auditing.flaws(BYTES) == [f"The rows of the file that import {imported} read are not those that were kept."]


def test_a_seal_tells_rows_apart_whatever_they_say(office):
    def sealed(*rows):
        with database.atomic() as turn:
            sources.keep(1, rows)
            seal = sources.seal(1)
            turn.rollback()
        return seal

    alike = [("S", 1, '["a"]', None, None)], [("S", 2, '["a"]', None, None)], [("T", 1, '["a"]', None, None)]
    other = [("S", 1, '["a"]', 7, None)], [("S", 1, '["a"]', None, 7)], [("S", 1, '["b"]', None, None)], []
    assert len({sealed(*rows) for rows in (*alike, *other)}) == 7
