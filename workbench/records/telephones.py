"""How a telephone number is written: (312) 555-0143. What is typed so or otherwise becomes that; what is abroad stays as it is."""

import re

_TEN = re.compile(r"(?:\+?1[\s.–-]*)?\(?([2-9]\d{2})\)?[\s.–-]*(\d{3})[\s.–-]*(\d{4})")
"""Ten digits of North America, and how they may be parted; with its one before them or without."""


def in_form(text: str) -> str:
    """ "312 555 0143" and "1-312-555-0143" as (312) 555-0143; a pager's few digits and all else as they are."""
    ten = _TEN.fullmatch(text.strip())
    return "({}) {}-{}".format(*ten.groups()) if ten else text
