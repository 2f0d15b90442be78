"""What stands on a page: it knows how high it is in a given width, may break, and is collected from its lower left corner."""

from workbench.papers.collected import Collected


class Block:
    """A paragraph, a table, a mark. wrap() comes before split() and put(), with the width in which it stands."""

    before = 0.0
    """Air above it, in points, where it does not begin a page."""
    stays = False
    """Whether it stands on the page of what follows it, as a heading does."""
    whole = False
    """Whether it, and what stays with it, is parted only where it is higher than a page."""

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """Its width and height in points, where there is so much room."""
        raise NotImplementedError

    def split(self, wide: float, high: float) -> "list[Block]":
        """As much of it as there is height for, and the rest; empty where it cannot break there."""
        return []

    def put(self, on: Collected, left: float, low: float) -> None:
        """Collect what it shows, its lower left corner being there."""
        raise NotImplementedError
