"""What Ctrl+K finds of what can be done: on this page, everywhere, and on the other pages, to which it then leads."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QWidget

from workbench.records.words import a
from workbench.ui.kit.action import keys_of, plain
from workbench.ui.kit.finder import Result
from workbench.ui.kit.page import Page

HIDDEN = "hidden"
"""The group of pages that are reached from a row of another one."""
WORDS, NEEDS = "words", "needs"
"""Properties of an action: other words by which it is looked for; what it takes before it can be done, “choose two people first”."""
COMMANDS = 5
"""Before what else was found; the others come after it."""
OPENED = {
    "file": "somebody's file",
    "application": "an application",
    "meeting": "a meeting",
    "committee": "a committee",
}
"""Pages that show one thing, which is opened from its list; the other hidden ones are lists."""
CHOSEN = {
    "today": "a line",
    "providers": "somebody",
    "credentials": "a credential",
    "applications": "an application",
    "meetings": "a meeting",
    "payers": "a payer",
    "tasks": "a task",
    "history": "a step",
}
"""What a row of a page is called; of a kind's page it is the kind's own name."""
BEGUN = {"import": "choose a roster first"}
"""Pages that begin with something."""
NOTHING = "there is nothing {} that it could be done with"
VERBS = frozenset({"add", "new", "create"})
"""Whoever wants one more of something says one of these, whichever of them the button says."""
ROWLESS = "rowless"
"""Property of an action that stands in the menu of a row and needs none: it is about all that the list shows."""
ALONE = "alone"
"""Property of an action that is found by these words alone, and not by what its button says besides: Undo names the step it takes
back, and whoever looks for providers must not take an import of theirs back by Enter."""
ALIKE = "alike"
"""Property of an action that does the same on every page that has it: one of them is enough."""


def found(
    text: str, here: Sequence[QAction], there: Iterable[tuple[Page, QAction]], do: Callable[[Page, QAction], object]
) -> list[Result]:
    """The commands whose names or hints hold the words, without words all; do(page, action) goes to a page and does it there."""
    words, there = text.casefold().split(), list(there)
    many = Counter(plain(each.text()) for each in (*here, *(each for _, each in there)))
    results, seen = [], set()
    for each in here:
        if _holds(each, words):
            seen.add(plain(each.text()) if each.property(ALIKE) else "")
            results.append(Result(plain(each.text()), _told("", each), each.trigger, _icon(each)))
    for page, each in there:
        if _holds(each, words) and not (each.property(ALIKE) and plain(each.text()) in seen):
            seen.add(plain(each.text()) if each.property(ALIKE) else "")
            opens = lambda page=page, each=each: do(page, each)  # noqa: E731
            results.append(Result(_named(page, each, many), _told(page.title, each), opens, _icon(each)))
    return results


def _named(page: Page, each: QAction, many: Mapping[str, int]) -> str:
    """What is called alike on several pages is told with its page: “Print… (Practices)”."""
    name = plain(each.text())
    return f"{name} ({page.title})" if many[name] > 1 and not each.property(ALIKE) else name


def with_those_off(
    found: list[Result], text: str, here: Page | None, others: Iterable[Page], say: Callable[[Page, str], object]
) -> list[Result]:
    """The same, and after them those that cannot be done now, each with the reason; say(page, why) goes to its page and tells
    it."""
    words, seen = text.casefold().split(), {each.title for each in found}
    seen |= {title.rpartition(" (")[0] for title in seen if title.endswith(")")}  # told with their page
    after = sorted(others, key=lambda page: page.group == HIDDEN)  # from a list one comes to the row
    for page in (*([here] if here is not None else []), *after):
        of_rows = _of_rows(page)
        for each in page.actions():
            named = plain(each.text())
            away = page is not here and (each in of_rows or page.key in OPENED) and each.isVisible()
            off = away or _is_off(each, page is here)
            if named and named not in seen and off and _holds(each, words):
                seen.add(named)
                why = why_off(page, each, here=page is here, of_row=each in of_rows)
                told = "Not now: " + " · ".join(part for part in (why, "" if page is here else page.title) if part)
                opens = lambda page=page, why=why: say(page, f"{why[:1].upper()}{why[1:]}")  # noqa: E731
                found.append(Result(named, told, opens, _icon(each)))
    return found


def needing(*actions: QAction, what: str) -> None:
    """Say of some actions what it takes before they can be done: “choose a credential first”."""
    for each in actions:
        each.setProperty(NEEDS, what)


def _is_off(each: QAction, here: bool) -> bool:
    """Whether it could be done at another time; of a page that does not show, what needs a row that nobody chose there too."""
    return (
        each.isVisible() and bool(each.text()) and (not each.isEnabled() or (not here and bool(each.property(NEEDS))))
    )


def why_off(page: Page, each: QAction, *, here: bool = True, of_row: bool = False) -> str:
    """Why an action of a page cannot be done now; here is whether the page shows, of_row whether the action is about a row."""
    if page.session.survey:
        return "survey mode is on, and nothing can be changed in it"
    if page.session.read_only:
        return "this office is open for reading only"
    if page.past is not None:
        return "an earlier day is shown; go back to today first"
    if each.property(NEEDS):
        return str(each.property(NEEDS))
    if page.key in OPENED and not here:
        return f"open {OPENED[page.key]} first"
    if of_row and not (here and any(table.has_chosen() for table in _tables(page))):
        return f"choose {_row_of(page)} first"
    return NOTHING.format("here") if here else BEGUN.get(page.key, NOTHING.format("there"))


def _row_of(page: Page) -> str:
    one = getattr(page, "one", "")
    return CHOSEN.get(page.key) or (a(one) if one else "a row")


def _tables(page: Page) -> list[Any]:
    from workbench.ui.kit.table import Table  # not before somebody looks for a command

    return [each for each in page.findChildren(Table) if each.isVisible()]


def is_asked_for(text: str) -> bool:
    """Whether what was typed says what to do with what, “new committee”: then the command comes before what is called so."""
    words = text.casefold().split()
    return len(words) > 1 and words[0] in VERBS


def in_order(text: str, found: Sequence[Result], commands: Sequence[Result]) -> list[Result]:
    """What was found and the commands, one after the other: what is called so before what only has the words somewhere, and of
    each what is kept before what can be done, unless the words say to do it. Of many commands the first come so; all of them
    are there."""
    if is_asked_for(text):
        return [*commands, *found]
    words = text.casefold().split()
    pages, commands = _pages_called(commands, text)
    mine, other = _parted(found, words)
    named, rest = _parted(commands, words)
    return [*pages, *mine, *named[:COMMANDS], *other, *named[COMMANDS:], *rest]


def _pages_called(commands: Sequence[Result], text: str) -> tuple[list[Result], list[Result]]:
    """Whoever types the name of a page in full goes there by Enter; and the other commands."""
    wanted = f"go to {text.strip()}".casefold()
    pages = [each for each in commands if each.title.casefold() == wanted]
    return pages, [each for each in commands if each not in pages]


def _parted(results: Sequence[Result], words: Sequence[str]) -> tuple[list[Result], list[Result]]:
    """Those that are called so, and the others."""
    parts: tuple[list[Result], list[Result]] = ([], [])
    for each in results:
        parts[not _is_called(each, words)].append(each)
    return parts


def _is_called(result: Result, words: Sequence[str]) -> bool:
    """Whether each of the words begins one of its name's."""
    names = re.findall(r"\w+", result.title.casefold())
    return all(any(name.startswith(word) for name in names) for word in words)


def on_page(page: Page) -> list[QAction]:
    """What can be done on the page that shows: its own, then what the parts of it have that show, a row's menu among them."""
    there = dict.fromkeys(page.actions())
    for part in page.findChildren(QWidget):
        if part.actions() and part.isVisibleTo(page):
            there |= dict.fromkeys(each for each in part.actions() if each.text() and each.isVisible())
    return list(there)


def of_page(page: Page) -> Iterator[QAction]:
    """What can be done on a page that does not show: nothing that is about a row, which nobody sees."""
    of_rows = _of_rows(page)
    for each in page.actions():
        if each.isEnabled() and each.isVisible() and each not in of_rows and not each.property(NEEDS):
            yield each


def _of_rows(page: Page) -> set[QAction]:
    """What is about a row, and stands in its menu."""
    from workbench.ui.kit.board import Board  # not before somebody looks for a command

    found = {each for view in page.findChildren(QAbstractItemView) for each in view.actions()}
    found |= {each for board in page.findChildren(Board) for each in board.actions()}
    return {each for each in found if not each.property(ROWLESS)}


def _holds(each: QAction, words: Sequence[str]) -> bool:
    said = str(each.property(ALONE) or f"{plain(each.text())} {each.toolTip()} {each.property(WORDS) or ''}").casefold()
    return all(any(one in said for one in (VERBS if word in VERBS else (word,))) for word in words)


def _told(title: str, each: QAction) -> str:
    return " · ".join(part for part in ("Command", title, keys_of(each)) if part)


def _icon(each: QAction) -> str:
    return each.property("kit_icon") or "arrow-right"
