"""The form of a credential has the boxes of its kind, and says at once all that is wrong."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from workbench.actions import editing
from workbench.records.credential import CREDENTIALS, Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.store import history, settings
from workbench.ui.credential_form import FIELDS, ask_credential

from .over_office import session_over

SOME = ("state", "lifetime", "continuing", "per_claim", "aggregate", "standing", "discipline")


@pytest.fixture
def ask(office: Any, make: Any, TODAY: Any, tmp_path: Any, qtbot: Any) -> Any:
    session, parent = session_over(office, TODAY, tmp_path), QWidget()
    qtbot.addWidget(parent)
    person = make(Provider, last="Okafor", first="Adaeze")

    def asked(**values: Any) -> Any:
        record = Credential(provider=person, **values)
        keep = lambda each: session.do(editing.save, each, CREDENTIALS)  # noqa: E731
        return ask_credential("Add credential", record, keep, session, parent)

    asked.session = session  # type: ignore[attr-defined]
    return asked


def shown(dialog: Any) -> set[str]:
    """The fields that have a box now."""
    return {name for name in FIELDS if not dialog.form.box(name).isHidden()}


def sort(key: str) -> CredentialSort:
    """A sort of the office's own list."""
    found: CredentialSort = CredentialSort.get(CredentialSort.key == key)
    return found


@pytest.mark.parametrize(
    ("key", "has"),
    [
        ("license", {"state", "standing", "discipline"}),
        ("dea", {"state", "standing", "discipline"}),
        ("board", {"lifetime", "continuing", "standing", "discipline"}),
        ("liability", {"per_claim", "aggregate"}),
        ("life_support", set()),
        ("health", {"lifetime"}),
    ],
)
def test_a_kind_has_its_own_boxes_and_no_others(ask: Any, key: str, has: set[str]) -> None:
    assert shown(ask(sort=sort(key))) & set(SOME) == has


def test_choosing_a_kind_shows_its_boxes(ask: Any) -> None:
    dialog = ask()
    assert shown(dialog) & set(SOME) == set()
    dialog.form.box("sort").set_value(sort("liability"))
    dialog.form.changed.emit("sort")
    assert shown(dialog) & set(SOME) == {"per_claim", "aggregate"}


def test_what_stands_in_a_box_is_never_hidden(ask: Any) -> None:
    assert "per_claim" in shown(ask(sort=sort("license"), per_claim=1_000_000))


def test_a_kind_that_the_office_made_says_itself_what_it_has(ask: Any, make: Any) -> None:
    made = make(CredentialSort, key="fluoro", name="Fluoroscopy permit", by_state=True, lasting=True)
    assert shown(ask(sort=made)) & set(SOME) == {"state", "lifetime"}


def test_all_that_is_wrong_is_said_at_once(ask: Any) -> None:
    dialog = ask(sort=sort("dea"), number="FX1234567", issued=date(2026, 5, 1), expires=date(2025, 5, 1))
    dialog.form.box("verified").line.setText("no day")
    dialog.accept()
    said = {name for name in FIELDS if dialog.form._notes[name].text()}
    assert said == {"number", "expires", "verified"}


def test_what_the_office_knows_stands_in_a_new_one(ask: Any, TODAY: date) -> None:
    """The state of the hospital where a kind has one, until somebody says another; and whoever verified it."""
    with history.step("Set"):
        settings.save(state="IL")
    dialog = ask()
    state, kind, form = dialog.form.box("state"), dialog.form.box("sort"), dialog.form

    def choose(key: str) -> str:
        kind.set_value(sort(key))
        form.changed.emit("sort")
        return str(state.text())

    assert [choose(each) for each in ("license", "board", "dea")] == ["IL", "", "IL"]
    assert not form.dirty(), "it was not typed, and is lost by nobody"
    state.line.setText("WI")
    assert choose("license") == "WI"
    form.box("verified").line.setText("today")
    form.box("verified").leave()
    assert form.box("verified_by").text() == "Ann"
    kept = ask(sort=sort("board"), state="WI")
    assert kept.form.box("state").text() == "WI"


def test_one_after_the_other_is_added_without_opening_the_form_again(ask: Any) -> None:
    dialog = ask(sort=sort("license"), number="036-1", state="IL")
    dialog.another.click()
    assert dialog.isVisible() and len(dialog.added) == 1
    assert ask.session.messages.toasts[-1].endswith("036-1"), "it is said what was added"
    form = dialog.form
    assert form.box("number").text() == "" and form.box("sort").text() == "" and not form.dirty()
    dialog.another.click()
    assert len(dialog.added) == 1 and form._notes["sort"].text(), "what is missing is said"
    form.box("sort").set_value(sort("dea"))
    form.changed.emit("sort")
    form.box("number").line.setText("BA1234563")
    dialog.press.click()
    if dialog.isVisible():  # what is doubted is said once
        dialog.press.click()
    assert not dialog.isVisible()
    assert [each.number for each in Credential.select().order_by(Credential.id)] == ["036-1", "BA1234563"]
    assert {each.provider.last for each in Credential.select()} == {"Okafor"} and len(dialog.added) == 2


def test_nothing_was_seen_at_its_source_on_a_day_to_come(ask: Any, TODAY: date) -> None:
    dialog = ask(
        sort=sort("license"), number="036-1", state="IL", expires=date(2028, 7, 31), source="idfpr.illinois.gov"
    )
    for typed, kept in (("+1y", 0), ("today", 1)):
        dialog.form.box("verified").line.setText(typed)
        dialog.accept()
        assert Credential.select().count() == kept
