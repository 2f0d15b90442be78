"""Letters that an export lost."""

import re

LOST_LETTER = re.compile(
    r"(?<=[^\W\d_])\?(?=[^\W\d_]|$|,)|(?<![^\s,])\?(?=[^\W\d_]{2})|\ufffd|[a-z][ÃÅ]|[ÃÅ][^A-Za-zÀ-ÿ\s'’.-]"
)
"""What stands where a code page had no letter, Jovanovi? and ?ukasz, or where UTF-8 was read as another: MÃ¼ller."""


def lost_letter(found: str) -> str:
    """What is wrong with a name whose letters an export lost: kept, it would rename people; "" for other names."""
    if not LOST_LETTER.search(found):
        return ""
    return f"“{found}” has lost a letter that the file could not hold: save it as xlsx or as CSV UTF-8."
