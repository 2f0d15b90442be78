"""placeholder"""

from typing import Any


def merge(*a: Any) -> list:
    return []
