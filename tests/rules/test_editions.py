"""How editions of a form are called."""

from datetime import date

import pytest

from workbench.rules import editions

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("edition", "taken", "after"),
    [
        ("2026-1", (), "2026-2"),
        ("2026-1", ("2026-2", "2026-3 "), "2026-4"),
        ("2025-4", ("2025-4",), "2026-1"),
        ("Rev. 3", (), "2026-1"),
        ("", ("2026-1",), "2026-2"),
    ],
)
def test_the_edition_after_this_one_is_counted_within_the_year(
    edition: str, taken: tuple[str, ...], after: str
) -> None:
    assert editions.following(edition, taken, TODAY) == after


def test_editions_share_their_name() -> None:
    assert editions.dated("Surgery, edition 2025-1", "2026-1") == "Surgery, edition 2026-1"
    assert editions.base("Surgery, edition 2025-1") == "Surgery"
