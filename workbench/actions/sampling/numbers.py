"""Numbers that look and check as true ones do, each given once."""

import unicodedata
import zlib

SHOWCASE_NPI, SHOWCASE_LICENSE, SHOWCASE_CDS = "1477552867", "119204", "081774"
_TAKEN = {"npi": SHOWCASE_NPI[1:9], "036": SHOWCASE_LICENSE[1:], "336": SHOWCASE_CDS[1:]}
_STRIDE = 48271
"""Prime, so that stepping by it meets every number of a range before it meets one again."""


class Numbers:
    """Gives numbers of a series; the same seed gives the same numbers."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._given: dict[str, int] = {}

    def serial(self, series: str, digits: int) -> str:
        """The next number of a series, with leading zeros; it comes again only once the range is spent."""
        turn = self._given[series] = self._given.get(series, 0) + 1
        number = (self._seed * 7919 + zlib.crc32(series.encode()) + turn * _STRIDE) % 10**digits
        text = f"{number:0{digits}d}"
        return self.serial(series, digits) if text == _TAKEN.get(series) else text

    def illinois(self, prefix: str) -> str:
        """An Illinois license number: the profession's prefix and six digits."""
        return f"{prefix}-{'1' if prefix == '036' else '0'}{self.serial(prefix, 5)}"

    def npi(self) -> str:
        """An NPI with its check digit: Luhn over the number with the prefix 80840, whose own part of the sum is 24."""
        base = "1" + self.serial("npi", 8)
        doubled = sum(d * 2 - 9 if d > 4 else d * 2 for d in map(int, base[0::2]))
        return base + str(-(24 + doubled + sum(map(int, base[1::2]))) % 10)

    def dea(self, letter: str, last: str) -> str:
        """A DEA number for a surname: its initial is the second letter."""
        base = self.serial("dea", 6)
        d = [int(c) for c in base]
        return f"{letter}{initial(last)}{base}{(d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10}"


def plain(text: str) -> str:
    """A name in the letters of an e-mail address."""
    text = text.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    letters = unicodedata.normalize("NFKD", text)
    return "".join(c for c in letters if c.isascii() and c.isalpha())


def initial(last: str) -> str:
    """The letter a surname is filed under: Ó Súilleabháin under O."""
    return plain(last)[0].upper()
