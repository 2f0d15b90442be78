"""What one row does: records added, values changed, terms renewed, values of ours that were kept. Told in words only when shown."""

from typing import Any, NamedTuple


class Effect(NamedTuple):
    """One thing a row does."""

    verb: str
    """add, update, renew, or kept (ours stays: the row does nothing)."""
    word: str
    """What it happens to, as it is counted: license, phone, department."""
    target: str
    """The column's target; of an added record its group, such as license2."""
    old: Any = ""
    new: Any = ""
    """Values as the record keeps them (dates as ISO text); of an added record what names it."""
    why: str = ""
    """Of what was kept: why, where it is not plain."""


ADD, UPDATE, RENEW, KEPT = "add", "update", "renew", "kept"
