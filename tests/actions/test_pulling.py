"""Pulls of files: drawn by lot and reproducible, or chosen; one step each."""

from datetime import date
from typing import Any

from workbench.actions import pulling, undoing
from workbench.errors import Problem
from workbench.lists import pulls
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.records.pull import BY_APPOINTMENT, BY_DEPARTMENT, FilePull, PulledFile
from workbench.store import history


def test_a_pull_by_lot_is_kept_with_how_it_was_drawn(hospital_of: Any, TODAY: date) -> None:
    hospital_of(30)
    pull = pulling.by_lot(10, " 2026  1124 ", TODAY, BY_DEPARTMENT)
    assert isinstance(pull, int)
    kept = FilePull.get_by_id(pull)
    assert (kept.by, kept.seed, kept.population, kept.pulled) == ("Ann", "2026 1124", "All files", TODAY)
    found = pulls.files_of(pull, TODAY)
    assert len(found) == 10 and len({each.stratum for each in found}) > 3
    assert all(each.stratum == (each.department or "No department") for each in found)
    assert pulls.is_as_drawn(pull)
    shown = pulls.all()[0]
    assert shown.said == (
        f"10 of {kept.files} files (All files), drawn by lot on Nov 24 2026 by Ann, spread over department; seed 2026 1124."
    )
    again = pulling.by_lot(10, "2026 1124", TODAY, BY_DEPARTMENT)
    assert [each.provider for each in pulls.files_of(again, TODAY)] == [each.provider for each in found]  # type: ignore[arg-type]
    first = PulledFile.get(PulledFile.pull == pull)
    other = Provider.get(Provider.id.not_in([each.provider for each in found]))
    with history.step("Somebody changes it"):
        first.provider = other
        first.save()
    assert not pulls.is_as_drawn(pull)


def test_a_population_can_be_narrowed(hospital_of: Any, TODAY: date) -> None:
    hospital_of(30)
    surgery = Department.get(Department.name == "Surgery")
    pull = pulling.by_lot(3, "7", TODAY, BY_APPOINTMENT, surgery.id, "Physician")
    assert isinstance(pull, int) and FilePull.get_by_id(pull).population == "Surgery · Physician"
    assert {(each.department, each.kind) for each in pulls.files_of(pull, TODAY)} == {("Surgery", "Physician")}


def test_what_is_wrong_is_said_and_nothing_is_written(office: Any, TODAY: date) -> None:
    def fields(given: int | list[Problem]) -> list[str]:
        return [each.field for each in given] if isinstance(given, list) else []

    assert fields(pulling.by_lot(0, "", TODAY, "Age")) == ["wanted", "seed", "strata"]
    assert fields(pulling.by_lot(5, "1", TODAY)) == ["wanted"]
    assert fields(pulling.chosen([], TODAY)) == fields(pulling.chosen([99], TODAY)) == ["wanted"]
    assert not FilePull.select().exists()


def test_chosen_files_keep_their_order_and_can_be_undone(hospital_of: Any, TODAY: date) -> None:
    hospital_of(30)
    pull = pulling.chosen([5, 2, 5, 9], TODAY)
    assert [each.provider for each in pulls.files_of(pull, TODAY)] == [5, 2, 9]  # type: ignore[arg-type]
    assert pulls.all()[0].title == "Nov 24 2026 · 3 chosen"
    undoing.undo()
    assert pulls.all() == [] and not PulledFile.select().exists()
    pull = pulling.chosen([5], TODAY)
    pulling.remove(pull)  # type: ignore[arg-type]
    assert pulls.all() == [] and Provider.select().count() == 30
