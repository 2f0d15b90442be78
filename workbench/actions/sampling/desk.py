"""What lies on the coordinator's desk about the sample's people: documents, notes, tasks."""

import random
from datetime import date

from workbench.actions.sampling import terms
from workbench.actions.sampling.file import File
from workbench.actions.sampling.pools import pool
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note, Task
from workbench.records.provider import Provider
from workbench.store import blobs


def file_papers(file: File, most: int) -> None:
    """Evidence of the first credentials that were verified, each a page of its own."""
    verified = [
        c
        for c in file.all(Credential)
        if c.get("verified") and not c.get("past") and c["number" if "number" in c else "title"]
    ]
    for credential in verified[:most]:
        what = f"{credential['title']} {credential.get('number', '')}".strip()
        add_paper(file, f"Verification of {what}", credential["verified"], credential)


def add_paper(file: File, title: str, dated: date, proves: dict | None = None) -> None:
    """One document of one page, dated; proves is the credential it is evidence of."""
    who = Provider.title_of(*(file.person.get(name, "") for name in Provider.titled_by))
    content = page(["INVENTED: sample hospital", title, who, f"Seen {dated.isoformat()}"])
    name = "".join(c if c.isalnum() else "-" for c in title.lower())
    file.add(
        Document,
        title=title,
        file_name=f"{name}-{dated.isoformat()}.pdf",
        dated=dated,
        sha256=blobs.keep(content),
        size=len(content),
        credential=proves,
    )


def take_notes(file: File, today: date, rng: random.Random) -> None:
    """A note about one person in three, a task about one in four, due around today."""
    places, people = pool("places"), pool("names")["verifiers"]
    if rng.random() < 0.33:
        said = terms.days_on(file.stands, -rng.randrange(3, 400))
        file.add(Note, said=said, by=rng.choice(people), text=rng.choice(places["notes"]))
    if file.stands == today and rng.random() < 0.27:
        due = terms.days_on(today, rng.randrange(-12, 40))
        file.add(Task, title=rng.choice(places["tasks"]), due=due, owner=rng.choice(people), done=rng.random() < 0.2)


def page(lines: list[str]) -> bytes:
    """A PDF of one page that says these lines, by hand: the document libraries belong to papers."""
    text = "".join(f"({_escaped(line)}) Tj T* " for line in lines)
    stream = f"BT /F1 14 Tf 18 TL 72 720 Td {text}ET".encode("cp1252", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(out),
    )


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
