"""The first page and the making of a new office."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from workbench.ui.kit.dialogs import Sheet
from workbench.ui.pages.first_run import Doors, FirstRun
from workbench.ui.strength import strength

GOOD = "four quiet grey herons"


class Calls:
    """Remembers which door was taken."""

    def __init__(self) -> None:
        self.made: list[tuple] = []
        self.opened: list[Path] = []
        self.samples = 0

    def doors(self) -> Doors:
        def sample() -> None:
            self.samples += 1

        return Doors(
            lambda *given: self.made.append(given),
            self.opened.append,
            sample,
            lambda: self.opened.append(Path("restore")),
        )


@pytest.fixture
def calls() -> Calls:
    return Calls()


@pytest.fixture
def first(qtbot: Any, calls: Calls, tmp_path: Path) -> FirstRun:
    page = FirstRun(calls.doors(), (), str(tmp_path))
    qtbot.addWidget(page)
    page.show()
    page.show_new()
    return page


def fill(
    first: FirstRun,
    hospital: str = "Riverbend",
    passphrase: str = GOOD,
    again: str = GOOD,
    declined: str = "",
    zone: str = "America/New_York",
    state: str = "NY",
) -> None:
    form = first.form
    form.lines.set_text("zone", zone)
    form.lines.set_text("state", state)
    for name, text in (("hospital", hospital), ("passphrase", passphrase), ("again", again)):
        form.lines.set_text(name, text)
        form.lines.typed.emit(name)
    form.declining.set_text("declined", declined)
    form.go()


def test_a_new_office_is_encrypted_with_what_was_typed_twice(first: FirstRun, calls: Calls, tmp_path: Path) -> None:
    fill(first)
    assert calls.made == [(tmp_path / "Riverbend.workbench", "Riverbend", GOOD, "America/New_York", "NY")]


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"hospital": ""}, "hospital"),
        ({"zone": ""}, "zone"),
        ({"state": ""}, "state"),
        ({"passphrase": "short", "again": "short"}, "passphrase"),
        ({"again": "another one entirely"}, "again"),
        ({"declined": "no thanks"}, "declined"),
        ({"declined": "not encrypted"}, "declined"),  # with both passphrases given
    ],
)
def test_what_is_missing_is_said_and_nothing_is_made(
    first: FirstRun, calls: Calls, how: dict[str, str], field: str
) -> None:
    fill(first, **how)
    assert calls.made == []
    assert [problem.field for problem in first.form.problems()] == [field]


def test_encryption_is_declined_in_words_only(first: FirstRun, calls: Calls) -> None:
    fill(first, passphrase="", again="", declined="Not  encrypted")
    assert [made[2] for made in calls.made] == [None]


def test_a_passphrase_that_is_given_and_declined_can_be_cleared_or_kept(first: FirstRun, calls: Calls) -> None:
    fill(first, declined="not encrypted")
    assert first.form.problems()[0].message.startswith("A passphrase is given above, and declined here.")
    assert first.form.lines._boxes["passphrase"].isEnabled()
    fill(first)
    assert [made[2] for made in calls.made] == [GOOD]


def test_the_computers_own_time_zone_is_chosen_and_stands_first(qtbot: Any, monkeypatch: Any, calls: Calls) -> None:
    for own in ("America/Denver", "America/Detroit", ""):
        monkeypatch.setattr("workbench.records.own_zone.name", lambda own=own: own)
        page = FirstRun(calls.doors(), (), "")
        qtbot.addWidget(page)
        assert page.form.lines.text("zone") == own
        choices: Any = page.form.lines._boxes["zone"]
        offered = [choices.combo.itemData(n) for n in range(choices.combo.count())]
        assert offered[0] == "" and offered[1] == (own or "America/New_York") and len(set(offered)) == len(offered)


def test_one_button_shows_both_passphrases_and_hides_them_again(first: FirstRun) -> None:
    lines: Any = [first.form.lines._boxes[name] for name in ("passphrase", "again")]
    assert [each.show_button.isVisible() for each in lines] == [False, True]
    for words, mode in (("Hide both", QLineEdit.EchoMode.Normal), ("Show both", QLineEdit.EchoMode.Password)):
        lines[1].show_button.click()
        assert lines[1].show_button.text() == words
        assert all(each.line.echoMode() == mode for each in lines)


@pytest.mark.parametrize("weak", ["blue cow", "Password2026!", "Riverbend Medical", "12345678901234"])
def test_a_passphrase_that_is_easy_to_guess_is_doubted_once(first: FirstRun, calls: Calls, weak: str) -> None:
    fill(first, hospital="Riverbend Medical", passphrase=weak, again=weak)
    assert calls.made == []
    assert "Press the button again" in first.form.lines._wrong["passphrase"].text()
    first.form.go()
    assert [made[2] for made in calls.made] == [weak]


def test_another_weak_passphrase_is_doubted_anew(first: FirstRun, calls: Calls) -> None:
    for weak in ("blue cow", "gray cow"):
        fill(first, passphrase=weak, again=weak)
    assert calls.made == []


def test_a_file_that_is_there_is_refused_beside_its_line(first: FirstRun, calls: Calls, tmp_path: Path) -> None:
    (tmp_path / "Riverbend.workbench").touch()
    fill(first)
    assert calls.made == []
    assert "is there already" in first.form.problems()[0].message


def test_recent_offices_that_are_still_there_are_one_click_away(qtbot: Any, calls: Calls, tmp_path: Path) -> None:
    here = tmp_path / "Old office.workbench"
    here.touch()
    page = FirstRun(calls.doors(), [here, tmp_path / "gone.workbench"])
    qtbot.addWidget(page)
    from PySide6.QtWidgets import QPushButton

    links = [each for each in page.findChildren(QPushButton) if each.text() in ("Old office", "gone")]
    assert [each.text() for each in links] == ["Old office"]
    links[0].click()
    assert calls.opened == [here]


def test_f1_says_the_keys_of_the_first_page(first: FirstRun) -> None:
    first.keys.trigger()
    sheet = next(each for each in first.findChildren(Sheet) if each.isVisible())
    words = [each.text() for each in sheet.findChildren(QLabel)]
    assert "Keys on the first page" in words
    assert {"New office…", "Open…", "Sample hospital", "Restore a backup…", "Keys of this page"} <= set(words)
    sheet.reject()


def test_a_sentence_about_a_damaged_office_has_a_button_that_restores(first: FirstRun, calls: Calls) -> None:
    first.say("It is no office. Nothing was changed.")
    assert first._said.isVisible() and not first._help.isVisible()
    first.say("It is damaged. Nothing was changed. Restore the newest backup.", lambda: calls.opened.append(Path("it")))
    assert first._help.isVisible()
    first._help.click()
    assert calls.opened == [Path("it")]
    first.say("")
    first.restore.trigger()
    assert calls.opened[1:] == [Path("restore")]


def test_the_sample_hospital_has_a_key(first: FirstRun, calls: Calls) -> None:
    first.sample.trigger()
    assert calls.samples == 1


@pytest.mark.parametrize(
    ("passphrase", "word"),
    [
        ("", ""),
        ("abc", "too short: 3 of 8"),
        ("aaaaaaaaaaaa", "weak: easy to guess"),
        ("12345678901234", "weak: easy to guess"),
    ]
    + [("riverbend-26", "fair"), (GOOD, "strong")],
)
def test_the_hint_grows_with_the_passphrase(passphrase: str, word: str) -> None:
    assert strength(passphrase)[0] == word


@pytest.mark.parametrize("last", ["again", "declined"])
def test_enter_in_the_last_line_makes_the_office(first: FirstRun, calls: Calls, qtbot: Any, last: str) -> None:
    form = first.form
    form.lines.set_text("hospital", "Riverbend")
    form.lines.set_text("zone", "America/New_York")
    form.lines.set_text("state", "NY")
    form.lines.set_text("passphrase", GOOD)
    form.lines.set_text("again", GOOD)
    box = (form.lines if last == "again" else form.declining)._boxes[last].line  # type: ignore[attr-defined]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert [made[1:] for made in calls.made] == [("Riverbend", GOOD, "America/New_York", "NY")]


def test_the_buttons_of_the_new_office_have_mnemonics_of_their_own(first: FirstRun) -> None:
    texts = [each.text() for each in first.form.findChildren(QPushButton)]
    assert "&Back" in texts and "&Create the office" in texts
    labels = [each.text() for each in first.form.findChildren(QLabel) if "&" in each.text()]
    letters = [text[text.index("&") + 1].lower() for text in (*texts, *labels) if "&" in text]
    assert len(letters) == len(set(letters)) >= 7
