"""How wide the columns of a table are, given how wide they would like to be and the room there is."""

from collections.abc import Collection, Sequence

SAMPLE = 60
LEAST, MOST = 64, 340
"""Of a column, in logical pixels."""
FAIR = 130
"""What a long column keeps, at least, before the table scrolls sideways."""


def fitted(wanted: Sequence[int], room: int, whole: Collection[int] = (), still: Collection[int] = ()) -> list[int]:
    """Widths for a room: what is left over goes to all in proportion, what is missing is taken from the widest.

    The columns at the places of `whole` give nothing: half a date says nothing. Those of `still` take nothing of what is left
    over: they are empty.
    """
    widths = [min(max(each, LEAST), MOST) for each in wanted]
    if not widths:
        return widths
    spare = room - sum(widths)
    if spare >= 0:
        takes = [n for n in range(len(widths)) if n not in still] or list(range(len(widths)))
        wide = sum(widths[n] for n in takes)
        widths = [each + (spare * each // wide if n in takes else 0) for n, each in enumerate(widths)]
        widths[takes[-1]] += room - sum(widths)
        return widths
    kept = sum(widths[n] for n in frozenset(whole))  # who is named twice has room once
    level = _level([each for n, each in enumerate(widths) if n not in whole], room - kept)
    return [each if n in whole else min(each, level) for n, each in enumerate(widths)]


def _level(widths: Sequence[int], room: int) -> int:
    """The width that no column may pass, so that all fit; never less than a fair one."""
    left, narrow = max(room, 0), sorted(widths)
    for place, each in enumerate(narrow):
        share = left // (len(narrow) - place)
        if each > share:
            return max(share, FAIR)
        left -= each
    return max(narrow[-1] if narrow else 0, FAIR)
