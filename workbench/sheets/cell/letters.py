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


NO_NAME = re.compile(
    r"[µ£¢¤¥¶±×÷¬¦¹²³¼½¾¿¡]|[+=@<>{}|\\^~$%#](?=[^\W\d_])|(?<=[^\W\d_])[+=@<>{}|\\^~$%](?=[^\W_])|\w[«»]\w"
)
"""Signs that no name holds: what a wrong code page makes of letters, £ukasz and N+APoA8Q-ez."""


def strange_sign(found: str) -> str:
    """What is wrong with a name that holds signs no name does; "" for other names."""
    match = NO_NAME.search(found)
    return f"“{found}” holds “{match[0]}”, which no name does: save the file as xlsx or as CSV UTF-8." if match else ""
