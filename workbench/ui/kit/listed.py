"""What the table asks of a list, of its columns and of its rows; whatever answers so can be shown."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol


class Column(Protocol):
    """What the table asks of a list's column."""

    @property
    def key(self) -> str: ...
    @property
    def heading(self) -> str: ...
    @property
    def align(self) -> str: ...
    @property
    def pill(self) -> bool: ...
    @property
    def bold(self) -> bool: ...


class Row(Protocol):
    """What the table asks of a row: its id, and a text and a tone for each column."""

    @property
    def id(self) -> int: ...
    @property
    def texts(self) -> Sequence[str]: ...
    @property
    def tones(self) -> Sequence[str]: ...


class Group(Protocol):
    """What the table asks of a group of rows: its key tells it from the others, whatever it is called."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def count(self) -> int: ...


class Listed(Protocol):
    """What the table asks of a list."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def columns(self) -> Sequence[Any]: ...

    def ids(
        self,
        *,
        today: date,
        search: str,
        view: str,
        order: tuple[tuple[str, bool], ...],
        filters: dict[str, str],
        limit: int | None,
    ) -> Sequence[int]: ...

    def page(self, ids: Sequence[int], today: date) -> Sequence[Any]: ...
