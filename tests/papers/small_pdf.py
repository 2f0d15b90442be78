"""PDFs by hand, as small as they get: each page says its number and is of the size asked for."""

from collections.abc import Sequence

LETTER, ACROSS = (612, 792), (792, 612)


def small_pdf(*sizes: tuple[float, float], ink: str = "0 0 0", says: Sequence[str] = ()) -> bytes:
    """A PDF with a page of each size in points; page n says “This is page n” and has a square at its lower left."""
    sizes = sizes or (LETTER,)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(sizes)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sizes)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, (wide, high) in enumerate(sizes, 1):
        words = says[n - 1] if says else f"This is page {n}"
        drawn = f"{ink} rg 0 0 72 72 re f BT /F1 24 Tf 100 {high - 100} Td ({words}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {5 + 2 * (n - 1)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    return _whole(objects)


def _whole(objects: Sequence[str]) -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return made + f"{end}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n".encode()
