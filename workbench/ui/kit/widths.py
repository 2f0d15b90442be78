"""How wide the columns of a table are, given how wide they would like to be and the room there is."""

from collections.abc import Collection, Mapping, Sequence

SAMPLE = 60
LEAST, MOST = 64, 340
"""Of a column, in logical pixels."""
FAIR = 116
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


def shared(shares: Sequence[int], room: int, least: Mapping[int, int]) -> list[int]:
    """Widths by percent, of some places no less than so much; the last of the others has what is left over."""
    whole = sum(shares)
    wide = {place: each for place, each in least.items() if each > room * shares[place] // whole}
    if len(wide) == len(shares):
        return [least[place] for place in range(len(shares))]
    left, whole = room - sum(wide.values()), whole - sum(shares[place] for place in wide)
    widths = [wide.get(place, left * share // whole) for place, share in enumerate(shares)]
    widths[max(place for place in range(len(shares)) if place not in wide)] += room - sum(widths)
    return widths


def lent(given: Sequence[int], wanted: Sequence[int], names: Mapping[int, int], give: Collection[int]) -> list[int]:
    """The same room, where a column that has more than its words need lends it to those that are cut short, to `names` first.

    What a name lacks then of the pixels that it needs alone, the columns of `give` lend of their words, the widest first and none below a
    fair width: a name shrinks last.
    """
    widths, others = list(given), [n for n in range(len(given)) if n not in names]
    for takers in (list(names), others):
        _lend(
            widths, {n: wanted[n] - widths[n] for n in takers}, {n: each - wanted[n] for n, each in enumerate(widths)}
        )
    lacks = {n: needed - widths[n] for n, needed in names.items()}
    lacking = sum(each for each in lacks.values() if each > 0)
    before = sum(widths[n] for n in give)
    level = _level([widths[n] for n in give], before - lacking) if lacking and give else 0
    _lend(widths, lacks, {n: widths[n] - level for n in give} if level else {})
    return widths


def _lend(widths: list[int], lacks: Mapping[int, int], spare: Mapping[int, int]) -> None:
    """Move what is lacking here from where there is some to spare, in proportion on both sides."""
    lacking = {n: each for n, each in lacks.items() if each > 0}
    sparing = {n: each for n, each in spare.items() if each > 0}
    moved = min(sum(lacking.values()), sum(sparing.values()))
    for sign, parts in ((1, lacking), (-1, sparing)):
        left, of = moved, sum(parts.values())
        for n, each in parts.items():
            share = left * each // of
            widths[n] += sign * share
            left, of = left - share, of - each


def _level(widths: Sequence[int], room: int) -> int:
    """The width that no column may pass, so that all fit; never less than a fair one."""
    left, narrow = max(room, 0), sorted(widths)
    for place, each in enumerate(narrow):
        share = left // (len(narrow) - place)
        if each > share:
            return max(share, FAIR)
        left -= each
    return max(narrow[-1] if narrow else 0, FAIR)
