"""How wide the columns of a table are, given how wide they would like to be and the room there is."""

from collections.abc import Sequence

SAMPLE = 100
LEAST, MOST = 64, 340
"""Of a column, in logical pixels."""
FAIR = 130
"""What a long column keeps, at least, before the table scrolls sideways."""


def fitted(wanted: Sequence[int], room: int) -> list[int]:
    """Widths for a room: what is left over goes to all in proportion, what is missing is taken from the long ones."""
    widths = [min(max(each, LEAST), MOST) for each in wanted]
    if not widths:
        return widths
    spare = room - sum(widths)
    if spare >= 0:
        shares = [spare * each // max(sum(widths), 1) for each in widths]
        widths = [each + share for each, share in zip(widths, shares, strict=True)]
        widths[-1] += room - sum(widths)
        return widths
    excess = [max(each - FAIR, 0) for each in widths]
    give = min(-spare, sum(excess))
    if give:
        widths = [each - give * more // sum(excess) for each, more in zip(widths, excess, strict=True)]
        longest = max(range(len(widths)), key=widths.__getitem__)
        widths[longest] -= max(sum(widths) - room, 0) if sum(excess) >= -spare else 0
    return widths
