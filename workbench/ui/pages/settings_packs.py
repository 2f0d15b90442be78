"""Settings, the standards packs: which are in force, what each asks, and the limits that the office changed with its reason."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.actions import standards
from workbench.errors import Problem
from workbench.lists import packs_in_force
from workbench.lists.packs_in_force import PackLine, RuleLine
from workbench.ui.kit import plain
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card, Facts, scrolled
from workbench.ui.kit.dialogs import ask_open_file
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table
from workbench.ui.one_line import OneLine
from workbench.ui.pages.limit_sheet import LimitSheet

PACKS = (
    plain.Column("name", "Pack", bold=True),
    plain.Column("state", "State", pill=True, longest="In force"),
    plain.Column("rules", "Rules", align="right"),
)
ROWS = (
    plain.Column("title", "Rule", bold=True),
    plain.Column("limit", "Limit"),
    plain.Column("strictest", "Strictest in force"),
    plain.Column("severity", "Severity"),
    plain.Column("state", "State", pill=True, longest="From Nov 00 0000"),
)
SHARES, OF_PACKS = (37, 14, 22, 13, 14), (53, 29, 18)
HIGH, LEAST = 172, 440
"""Logical pixels of the card that says all of one rule, and of the whole at least: on a lower screen it scrolls."""
PATTERNS = "Standards pack (*.toml)"


class PacksPart(QWidget):
    """The packs at the left; at the right the rules of the one that is chosen, and all that is said of one."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self.setMinimumHeight(LEAST)
        self.setObjectName("clear")
        self._page, self._session = page, page.session
        self._packs: list[PackLine] = []
        self._rules: list[RuleLine] = []
        today, seat = (lambda: page.session.today), page.session.seat
        self.listed = plain.PlainList("standards_packs", "Standards packs", PACKS)
        self.table = Table(self.listed, today, seat=seat)
        self.table.columns.share(OF_PACKS)
        self.rows = plain.PlainList("pack_rules", "Rules of the pack", ROWS)
        self.rules = Table(self.rows, today, seat=seat)
        self.rules.columns.share(SHARES)
        self._make_actions(page.add)
        self._lay_out()
        self.table.current_changed.connect(lambda _: self._show_rules())
        self.table.opened.connect(lambda _: self.rules.setFocus())
        self.rules.current_changed.connect(lambda _: self._show_rule())
        self.rules.opened.connect(lambda _: self.ask_limit())
        self.table.set_actions([self.turn, self.give_up])
        self.rules.set_actions([self.change, self.back, self.number, self.silence])

    def _make_actions(self, add: Callable[..., Any]) -> None:
        self.take = add("&Add a pack…", "upload", "Ctrl+Shift+K", self.ask_pack, "Standards from a file (.toml)")
        self.turn = add("Turn the pack off", "shield-check", "Ctrl+Shift+O", self._turn_pack)
        self.give_up = add("Let go of the office's pack…", "trash-2", "Ctrl+Shift+Del", self._ask_let_go)
        self.change = add("Change a &limit…", "pencil", "F4", self.ask_limit, "Give a rule a limit of the office's own")
        self.back = add("Back to the pack's limit", "undo-2", "Ctrl+Shift+U", self._give_back)
        self.number = add("Current &number…", "pencil", "", self.ask_number, "Of a standard that was renumbered")
        self.silence = add("Turn the rule off…", "x", "Ctrl+Shift+F", self.ask_rule)

    def _lay_out(self) -> None:
        left, self.right, self.card = Card("Packs", margins=False), Card(margins=False), Card()
        left.add(self.table, 1)
        left.body.addLayout(_row([self.take, self.turn, self.give_up]))
        self.said = note()
        self.said.setContentsMargins(14, 0, 14, 8)
        self.right.add(self.said)
        self.right.add(self.rules, 1)
        self.right.body.addLayout(_row([self.change, self.back, self.number, self.silence]))
        self.facts, self.further = Facts(), Facts()
        self.card.add(scrolled(_both(self.facts, self.further)))
        self.card.setFixedHeight(HIGH)
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self.right, 1)
        side.addWidget(self.card)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        beside.addWidget(left, 1)
        beside.addLayout(side, 2)

    # What is shown

    def show_packs(self) -> None:
        """Read the packs anew; the chosen one stays chosen, and so does its rule."""
        chosen = self.pack()
        self._packs = packs_in_force.all(self._session.today)
        self.listed.replace([_pack_row(place, each) for place, each in enumerate(self._packs)])
        self.table.refresh()
        same = next((n for n, each in enumerate(self._packs) if chosen and each.key == chosen.key), 0)
        self.table.go_to(same)
        self._show_rules()

    def pack(self) -> PackLine | None:
        """The pack that is chosen."""
        return _at(self._packs, self.table.current())

    def rule(self) -> RuleLine | None:
        """The rule that is chosen."""
        return _at(self._rules, self.rules.current())

    def _show_rules(self) -> None:
        pack, chosen = self.pack(), self.rules.current()
        self._rules = packs_in_force.rules_of(pack.key, self._session.today) if pack else []
        self.rows.replace([_rule_row(place, each) for place, each in enumerate(self._rules)])
        self.rules.refresh()
        if self._rules:
            self.rules.go_to(chosen if chosen is not None and chosen < len(self._rules) else 0)
        if pack:
            self.right.set_title(pack.name)
            self.said.setText(
                f"{pack.source} · Confidence: {pack.confidence}{' · Law: stays in force' if pack.law else ''}"
            )
        self._show_rule()

    def _show_rule(self) -> None:
        rule = self.rule()
        self.card.set_title(rule.title if rule else "")
        said = rule.facts if rule else ()
        half = (len(said) + 1) // 2
        self.facts.set(said[:half])
        self.further.set(said[half:])
        self.weigh()

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        free, pack, rule = not self._session.read_only, self.pack(), self.rule()
        self.take.setEnabled(free)
        self.turn.setText("Turn the pack off" if pack and pack.on else "Turn the pack on")
        self.turn.setEnabled(free and pack is not None and not (pack.on and pack.law))
        self.give_up.setEnabled(free and pack is not None and pack.own)
        self.give_up.setVisible(pack is not None and pack.own)
        self.change.setEnabled(free and rule is not None and rule.editable and rule.limit is not None)
        self.back.setEnabled(free and rule is not None and rule.own)
        self.number.setEnabled(free and rule is not None and bool(rule.former))
        self.silence.setText("Turn the rule off…" if rule is None or rule.on else "Turn the rule on")
        self.silence.setEnabled(free and rule is not None and rule.editable)

    # What is done

    def ask_pack(self) -> None:
        """Ask for the file of a pack."""
        self._page.tabs.choose("packs")
        folder = self._session.seat.last_folder
        ask_open_file(self.window(), "Take a standards pack", PATTERNS, folder, self.take_pack)

    def take_pack(self, path: Path) -> None:
        """Take a pack from a file; one that is wrong is refused with file and line."""
        self._session.seat.last_folder = str(path.parent)
        taken = self._session.do(standards.take, path)
        if taken is not None:
            self.show_packs()
            self.table.go_to(next(n for n, each in enumerate(self._packs) if each.key == taken.key))

    def _turn_pack(self) -> None:
        if pack := self.pack():
            self._say(self._session.do(standards.turn_pack, pack.key, not pack.on))

    def _ask_let_go(self) -> None:
        pack = self.pack()
        if pack is not None and pack.own:
            self._session.messages.confirm(
                f"Let go of the office's own standards of {pack.name}?",
                "Let go of them",
                lambda: self._say(self._session.do(standards.let_go, pack.key)),
                detail="Where the program has a pack of that name, it is in force again. Undo brings them back.",
            )

    def ask_limit(self) -> LimitSheet | None:
        """The limit of the chosen rule, and why; one that is a setting is changed there."""
        rule = self.rule()
        if rule is None or not self.change.isEnabled():
            return None
        if rule.setting:
            self._page.open(setting=rule.setting)
            return None
        sheet = LimitSheet(rule, self._session, self.window())
        sheet.accepted.connect(self.rules.setFocus)
        sheet.open()
        return sheet

    def _give_back(self) -> None:
        if rule := self.rule():
            self._say(self._session.do(standards.change_limit, rule.key, None))

    def ask_number(self) -> OneLine | None:
        """The current number of the chosen rule's standard; empty, it is cited by the former one."""
        rule, session = self.rule(), self._session
        if rule is None or not self.number.isEnabled():
            return None

        def answer(number: str) -> list[Problem]:
            wrong: list[Problem] = session.do(standards.enter_number, rule.key, number) or []
            self._show_rules()
            return wrong

        words = f"{rule.former} was renumbered. Every rule of it is cited by what stands here, on screen and on paper."
        sheet = OneLine(f"Current number of {rule.former}", words, "&Number", "Keep it", answer, self.window())
        sheet.lines.set_text("line", rule.current)
        sheet.open()
        return sheet

    def ask_rule(self) -> OneLine | None:
        """Why a rule is turned off; turned on again it needs no reason."""
        rule, session = self.rule(), self._session
        if rule is None or not rule.on:
            self._say(session.do(standards.turn_rule, rule.key, True) if rule else [])
            return None

        def answer(why: str) -> list[Problem]:
            return session.do(standards.turn_rule, rule.key, False, why) or []

        words = (
            f"{rule.citation} asks it. No file is short of it any more by this pack; what was decided stays as it was."
        )
        sheet = OneLine(f"Turn the rule off: {rule.title}", words, "&Why", "Turn it off", answer, self.window())
        sheet.open()
        return sheet

    def _say(self, wrong: list[Problem] | None) -> None:
        if wrong:
            self._session.messages.error(f"{wrong[0].message} Nothing was changed.")


def _row(actions: list[Any]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 6, 12, 8)
    row.addWidget(ButtonRow(actions))
    row.addStretch(1)
    return row


def _both(one: QWidget, other: QWidget) -> QWidget:
    inner = QWidget()
    inner.setObjectName("clear")
    beside = QHBoxLayout(inner)
    beside.setContentsMargins(0, 0, 8, 0)
    beside.setSpacing(24)
    for part in (one, other):
        beside.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return inner


def _at(lines: list[Any], place: int | None) -> Any:
    return lines[place] if place is not None and 0 <= place < len(lines) else None


def _pack_row(place: int, each: PackLine) -> plain.Row:
    state, tone = each.state
    return plain.Row(place, (each.name, state, f"{each.rules:,}"), ("", tone, ""), (each.name, not each.on, each.rules))


def _rule_row(place: int, each: RuleLine) -> plain.Row:
    shown = (each.title, each.asks, each.strictest, each.severity, each.state)
    return plain.Row(place, shown, ("", "", "", "", each.tone), shown)
