"""Numbers that carry a check digit: NPI and DEA."""

WEIGHED = tuple(2 * digit if digit < 5 else 2 * digit - 9 for digit in range(10))


def npi_passes(npi: str) -> bool:
    """Whether ten digits pass the Luhn check that CMS prescribes, over 80840 and the number (the prefix adds 24)."""
    if len(npi) != 10 or not (npi.isdigit() and npi.isascii()):
        return False
    a, b, c, d, e, f, g, h, i, j = map(int, npi)
    double = WEIGHED
    return (24 + double[a] + b + double[c] + d + double[e] + f + double[g] + h + double[i] + j) % 10 == 0


def dea_passes(dea: str) -> bool:
    """Whether two letters (the second may be a 9) and seven digits pass DEA's check."""
    if len(dea) != 9 or not dea[:2].isalnum() or not dea[0].isalpha() or not (dea[2:].isdigit() and dea.isascii()):
        return False
    if not (dea[1].isalpha() or dea[1] == "9"):
        return False
    a, b, c, d, e, f, check = map(int, dea[2:])
    return (a + c + e + 2 * (b + d + f)) % 10 == check
