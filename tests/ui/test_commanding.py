"""Ctrl+K does what somebody wants to do, in whatever words: every page's main object is added from anywhere."""

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt

from workbench.actions import editing
from workbench.records import KINDS
from workbench.ui import commanding
from workbench.ui.kit.action import plain
from workbench.ui.kit.finder import Result
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.pages import PAGES

ADDED = {
    "provider": "Add provider",
    "credential": "Add credential",
    "application": "New application",
    "meeting": "Add meeting",
    "committee": "Add committee…",
    "seat": "Seat somebody…",
    "closed day": "Add closed day…",
    "form": "New form",
    "held privilege": "Add a held privilege…",
    "practice": "Add practice",
    "task": "Add a task",
    "payer": "Add payer",
    "department": "Add department",
    "specialty": "Add specialty",
    "facility": "Add facility",
}
"""What the pages hold, and the command that adds one."""


@pytest.mark.parametrize("verb", ["new", "Add", "create"])
@pytest.mark.parametrize("where", ["history", "meetings", "privileges"])
def test_what_a_page_holds_is_added_from_anywhere(morning: Any, verb: str, where: str) -> None:
    for page in PAGES:
        morning.page(page.key)
    for tab in ("committees", "forms", "list", "holders"):  # whatever part was last looked at
        tabs = getattr(morning.page(where), "tabs", None)
        if tabs is not None:
            tabs.choose(tab)
        morning.go(where)
        for what, title in ADDED.items():
            assert title in [each.title for each in morning.results(f"{verb} {what}")], (what, tab)


def test_a_command_stands_first_where_the_words_say_what_to_do(morning: Any) -> None:
    morning.go("today")
    assert morning.results("new committee")[0].title == "Add committee…"
    assert "credentials" in morning.results("credentials comm")[0].title.lower()  # its meetings, before any command
    assert commanding.is_asked_for("new seat") and not commanding.is_asked_for("new")
    assert not commanding.is_asked_for("seat somebody")


@pytest.mark.parametrize("name", ["credentials", "Providers", "meetings", "Standards"])
def test_the_name_of_a_page_leads_there(morning: Any, name: str) -> None:
    assert morning.results(name)[0].title == f"Go to {name.capitalize()}"


def test_what_undo_takes_back_does_not_find_it(morning: Any) -> None:
    session = morning.session
    kind = next(each for each in KINDS if each.table == "department")
    assert session.do(editing.save, kind.model(name="Providers"), kind) == []
    morning.go("today")
    assert session.undo_name == "Add department Providers"
    found = [each.title for each in morning.results("providers")]
    assert found and not any(title.startswith("Undo") for title in found)
    assert morning.results("undo")[0].title == "Undo: Add department Providers"
    session.undo()
    assert not any(title.startswith("Redo") for title in [each.title for each in morning.results("providers")])


def test_on_a_committee_the_seat_is_added_there_and_named_once(morning: Any) -> None:
    morning.go("committee", committee=1)
    found = [each for each in morning.results("new seat") if each.title == "Seat somebody…"]
    assert [each.subtitle for each in found] == ["Command · Ctrl+N"]


def test_what_cannot_be_done_now_is_found_and_says_why(morning: Any) -> None:
    morning.go("providers")
    morning.page("providers").table.select([])
    [merge] = [each for each in morning.results("merge two") if each.title == "Merge two files…"]
    assert merge.subtitle == "Not now: choose two people first"
    morning.go("today")
    [merge] = [each for each in morning.results("merge two") if each.title == "Merge two files…"]
    assert merge.subtitle == "Not now: choose two people first · Providers"
    merge.open()
    assert morning.key == "providers"


def test_why_a_command_cannot_be_done_reads_as_a_sentence_for_every_one(morning: Any) -> None:
    for page in PAGES:
        morning.page(page.key)
    asks = r"(choose|open) (somebody|somebody's file|two people|an [aeiou][a-z ]+|a [b-df-hj-np-tv-z][a-z ]+([^s]|ss)) first"
    reads = re.compile(rf"Not now: ({asks}|there is nothing t?here that it could be done with)( · .+)?")
    said = set()
    for key in ("today", "credentials", "meetings", "settings"):
        morning.go(key)
        told = {each.subtitle for letter in "aeiou" for each in morning.results(letter)}
        said |= {each for each in told if each.startswith("Not now")}
    assert len(said) > 25 and [each for each in sorted(said) if not reads.fullmatch(each)] == []
    assert "Not now: choose a roster first · Import roster" in said


def test_a_list_that_is_reached_from_another_page_is_gone_to_at_once(morning: Any) -> None:
    morning.page("requirements")
    morning.go("today")
    add = next(each for each in morning.results("add requirement") if each.title == "Add requirement")
    assert add.subtitle.startswith("Command · Requirements")
    add.open()
    assert morning.key == "requirements"
    for each in morning.findChildren(FormDialog):
        each.reject()


@pytest.mark.parametrize("words", ["duplicates", "merge", "tidy", "same person"])
def test_doubles_are_found_by_what_people_call_them(morning: Any, words: str) -> None:
    morning.page("providers")
    morning.go("today")
    assert "Find doubles…" in [each.title for each in morning.results(words)]


def test_ctrl_k_alone_lists_every_command_and_does_none_by_enter(morning: Any, qtbot: Any) -> None:
    morning.go("providers")
    morning.activateWindow()
    qtbot.waitUntil(morning.isActiveWindow)
    morning.start_finding()
    finder = morning.finder
    assert finder.popup.isVisible() and not finder.list.currentIndex().isValid()
    shown = {each.title for each in finder.list.model().results}
    assert {plain(each.text()) for each in morning.commands()} - {""} <= shown
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert morning.key == "providers" and finder.popup.isVisible()
    for _ in range(40):  # past what shows at once: the list scrolls along
        qtbot.keyClick(finder, Qt.Key.Key_Down)
    assert finder.list.currentIndex().row() == 39
    assert finder.list.viewport().rect().contains(finder.list.visualRect(finder.list.currentIndex()))
    qtbot.keyClick(finder, Qt.Key.Key_Escape)
    assert not finder.popup.isVisible()


def test_every_command_that_has_the_word_is_listed_and_can_be_scrolled_to(morning: Any, qtbot: Any) -> None:
    for page in PAGES:
        morning.page(page.key)
    morning.go("providers")
    found = [each.title for each in morning.results("print")]
    held = [each for each in morning.commands() if "print" in plain(each.text()).casefold()]
    assert {plain(each.text()) for each in held} <= set(found)
    adds = [each for each in morning.results("add") if each.title.startswith("Add")]
    assert len(adds) > 2 * commanding.COMMANDS
    assert "Group by…" in [each.title for each in morning.results("group by")]
    assert "Group by…" in [each.title for each in morning.results("group department")]


def test_what_else_is_found_stands_behind_the_first_commands(morning: Any) -> None:
    results = [Result(f"Add {n}", "Command", lambda: None) for n in range(9)]
    other = Result("Somebody", "of whom the word stands elsewhere", lambda: None)
    order = [each.title for each in commanding.in_order("add", [other], results)]
    assert order[commanding.COMMANDS] == "Somebody" and len(order) == 10


@pytest.mark.parametrize(("words", "title"), [
    ("add verification", "Record verification…"),
    ("verify", "Record verification…"),
    ("add exception", "Except from a requirement…"),
    ("waiver", "Except from a requirement…"),
    ("fppe", "Focused evaluation (FPPE)…"),
    ("proctoring", "Focused evaluation (FPPE)…"),
    ("oppe", "Ongoing evaluation (OPPE)…"),
    ("npdb", "NPDB query…"),
    ("add npdb query", "NPDB query…"),
    ("data bank", "NPDB query…"),
    ("leie", "Look into something…"),
    ("background check", "Look into something…"),
    ("suspension", "Adverse action…"),
    ("temporary", "Temporary privileges…"),
    ("sanctions", "Look at claims or sanctions…"),
])  # fmt: skip
def test_what_is_kept_of_a_person_is_found_by_what_people_call_it(morning: Any, words: str, title: str) -> None:
    """On the file and beside a person that is chosen it is done; from elsewhere it is said what it takes."""
    for page in ("providers", "credentials"):
        morning.page(page)
    morning.go("today")
    far = {each.title: each.subtitle for each in morning.results(words)}
    assert far[title].startswith(("Not now: choose somebody first", "Not now: choose a credential first"))
    for page in ({"key": "file", "provider": 1}, {"key": "providers"}):
        morning.go(**page)
        morning.page("providers").table.go_to(1)
        near = {each.title: each.subtitle for each in morning.results(words)}
        assert title in near and (title == "Record verification…" or not near[title].startswith("Not now"))


def test_a_query_is_added_to_whoever_is_chosen_in_the_list(morning: Any) -> None:
    morning.go("providers")
    who = morning.page("providers").table.ids()[2]
    morning.page("providers").table.go_to(who)
    next(each for each in morning.results("npdb") if each.title == "NPDB query…").open()
    file = morning.page("file")
    assert morning.key == "file" and file.file.id == who and file.tabs.current() == "quality"
    assert [each.windowTitle() for each in file.window().findChildren(FormDialog) if each.isVisible()] == [
        "Add NPDB query – Medical Staff Workbench"
    ]


def test_esc_puts_what_was_found_away_and_leaves_no_page(morning: Any, qtbot: Any) -> None:
    morning.go("file", provider=1)
    morning.activateWindow()
    qtbot.waitUntil(morning.isActiveWindow)
    morning.start_finding()
    qtbot.keyClicks(morning.finder, "oka")
    qtbot.waitUntil(morning.finder.popup.isVisible)
    qtbot.keyClick(morning.finder, Qt.Key.Key_Escape)
    assert morning.key == "file" and not morning.finder.popup.isVisible()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("renewal notices", "Command · Credentials"),
        ("log a call", "Not now: choose"),
        ("snooze", "Not now: choose a credential first"),
        ("minutes", "Not now: open a meeting first"),
        ("backup", "Command"),
    ],
)
def test_a_command_is_found_wherever_one_is(morning: Any, words: str, told: str) -> None:
    for page in ("providers", "credentials", "meeting"):
        morning.page(page)
    morning.go("today")
    assert any(each.subtitle.startswith(told) for each in morning.results(words)), [
        (each.title, each.subtitle) for each in morning.results(words)
    ]
