"""A packet of 100 practitioners with 300 scans (about 1,000 pages, 325 MB) against pikepdf alone merging the same files, and
one of 25 practitioners without scans. Prints ratios of one run: python -m tests.benchmarks.packet_bench [FOLDER]"""

import io
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import pikepdf
from PIL import Image

TODAY, HELD = date(2026, 11, 24), date(2026, 12, 1)
SCANS, PAGES, PEOPLE, FEW = 300, 1000, 100, 25
PAGE_BYTES = 325_000


def make_scans(folder: Path) -> list[Path]:
    """300 PDFs of three or four pages, each page one JPG of noise, as large as a scan at 200 dots an inch; every second one with
    the unseen text that office scanners lay over it."""
    rng, files = random.Random(7), []
    noise = [_noise(rng) for _ in range(40)]
    counts = [PAGES // SCANS + (n < PAGES % SCANS) for n in range(SCANS)]
    for number, count in enumerate(counts):
        pdf = pikepdf.Pdf.new()
        for _ in range(count):
            _add_page(pdf, rng.choice(noise), text=number % 2 == 1)
        files.append(folder / f"scan {number:03}.pdf")
        pdf.save(files[-1])
    return files


def _noise(rng: random.Random) -> bytes:
    wide, high = 1700, 2200
    small = Image.frombytes("L", (wide // 5, high // 5), rng.randbytes(wide // 5 * (high // 5)))
    written = io.BytesIO()
    for quality in (85, 75, 65, 55, 45, 35, 25, 15):
        written = io.BytesIO()
        small.resize((wide, high)).save(written, "JPEG", quality=quality)
        if written.tell() < PAGE_BYTES:
            break
    return written.getvalue()[:-2] + b"\0" * (PAGE_BYTES - written.tell() - 2) + b"\xff\xd9"


def _add_page(pdf: pikepdf.Pdf, jpeg: bytes, text: bool) -> None:
    picture = pikepdf.Stream(pdf, jpeg)
    picture.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=1700,
        Height=2200,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.add_blank_page(page_size=(612, 792))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=picture))
    page.Contents = pikepdf.Stream(pdf, b"q 612 0 0 792 0 0 cm /Im Do Q")
    if text:
        face = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources.Font = pikepdf.Dictionary(F1=pdf.make_indirect(face))
        words = [f"1 0 0 1 {40 + n % 9 * 60} {760 - n // 9 * 12} Tm (word{n}) Tj" for n in range(500)]
        page.Contents = pikepdf.Stream(
            pdf, page.Contents.read_bytes() + f" BT 3 Tr /F1 9 Tf {' '.join(words)} ET".encode()
        )


def merge_alone(folder: Path) -> None:
    """What pikepdf alone takes, in this process, until all of it is let go, as a packet is."""
    (folder / "merged.pdf").unlink(missing_ok=True)
    began = _now()
    _report(began, _merge(folder))


def _merge(folder: Path) -> int:
    merged = pikepdf.Pdf.new()
    kept = []
    for file in sorted(folder.glob("scan *.pdf")):
        kept.append(pikepdf.Pdf.open(file))
        merged.pages.extend(kept[-1].pages)
    merged.save(folder / "merged.pdf")
    return len(merged.pages)


def make_office(folder: Path) -> None:
    """The sample hospital with two meetings: 100 files and all scans, and 25 files without any."""
    from workbench.actions import offices, sample
    from workbench.records.application import Application
    from workbench.records.committee import Committee
    from workbench.records.desk import Document
    from workbench.records.meeting import AgendaItem, Meeting
    from workbench.store import blobs, history
    from workbench.store.office import Seat

    office = offices.new_office(folder / "bench.workbench", Seat("bench"), sample.HOSPITAL)
    sample.fill(TODAY, 400, 7, lambda done, total: None)
    files = sorted(folder.glob("scan *.pdf"))
    with history.step("Meetings of the benchmark"):
        committee = Committee.get(Committee.level == "Credentials committee")
        wanted = _applications(Application, PEOPLE + FEW)
        _open(Application, wanted)
        for name, group in (("full", wanted[:PEOPLE]), ("bare", wanted[PEOPLE:])):
            meeting = Meeting.create(committee=committee, held=HELD, place=name)
            people = [each.provider_id for each in group]
            Document.delete().where(Document.provider.in_(people)).execute()
            for place, each in enumerate(group):
                AgendaItem.create(meeting=meeting, section="Initial appointments", position=place, application=each)
            if name == "full":
                for number, file in enumerate(files):
                    content = file.read_bytes()
                    Document.create(
                        provider=people[number % PEOPLE], title=file.stem, file_name=file.name, size=len(content),
                        sha256=blobs.keep(content), packet="Printed",
                    )  # fmt: skip
    office.close()


def _applications(model: type, count: int) -> list:
    """One of so many different people; those that the sample has no application of get a copy of another's."""
    from workbench.records.provider import Provider

    found = {each.provider_id: each for each in model.select().order_by(model.id)}
    patterns = list(found.values())
    for person in Provider.select(Provider.id).where(Provider.id.not_in(list(found))).order_by(Provider.id):
        if len(found) >= count:
            break
        like = patterns[len(found) % len(patterns)]
        made = model.create(
            provider=person.id, **{k: v for k, v in like.__data__.items() if k not in ("id", "provider")}
        )
        _copy_parts(like.id, made.id)
        found[person.id] = made
    return list(found.values())[:count]


def _open(model: type, wanted: list) -> None:
    """All of them before the committee: a packet leaves out a file that was closed."""
    before = {"stage": "Credentials committee", "outcome": "", "decided": None}
    model.update(before).where(model.id.in_([each.id for each in wanted])).execute()


def _copy_parts(like: int, to: int) -> None:
    from workbench.records.application import Disclosure, Reference
    from workbench.records.privilege import PrivilegeRequest

    for part in (Disclosure, Reference, PrivilegeRequest):
        for row in part.select().where(part.application == like):
            values = {key: value for key, value in row.__data__.items() if key not in ("id", "application")}
            part.create(application=to, **values)


def print_packet(folder: Path, place: str) -> None:
    """One of the two packets, in this process."""
    from workbench.actions import offices, packets
    from workbench.records.meeting import Meeting
    from workbench.store.office import Seat

    office = offices.open_office(folder / "bench.workbench", Seat("bench"), None, read_only=True)
    meeting = Meeting.get(Meeting.place == place).id
    (folder / f"{place}.pdf").unlink(missing_ok=True)
    began = _now()
    bound = packets.save(meeting, folder / f"{place}.pdf", TODAY)
    _report(began, bound.pages)
    _check(meeting, place, bound.placeholders)
    office.close()


def _check(meeting: int, place: str, placeholders: tuple[str, ...]) -> None:
    """Whether that was the packet that is asked for: a profile of each practitioner, and every scan whole."""
    from workbench.papers import packet

    made, scans = packet.packet_of(meeting, TODAY), SCANS if place == "full" else 0
    wanted = (PEOPLE if place == "full" else FEW, scans, scans, 0)
    attached = {each.sha256 for each in made.attached}
    found = (len(made.profiles), len(made.attached), len(attached), len(placeholders))
    if found != wanted:
        raise SystemExit(f"Profiles, scans, different scans, scans not whole: {found}, and not {wanted}.")


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _report(began: tuple[float, float], pages: int) -> None:
    passed = [now - then for now, then in zip(_now(), began, strict=True)]
    print(*passed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, pages)


def _apart(*arguments: str) -> tuple[float, ...]:
    """A measurement in a process of its own: seconds on the clock and of the processor, MB at most, pages."""
    command = [sys.executable, "-m", "tests.benchmarks.packet_bench", *arguments]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    return tuple(map(float, said))


def main(folder: Path) -> None:
    """Make the files once, measure, print."""
    if not (folder / "bench.workbench").exists():
        make_scans(folder)
        make_office(folder)
    size = sum(file.stat().st_size for file in folder.glob("scan *.pdf")) / 1e6
    runs = [
        [_apart(what, str(folder)) for what in ("alone", "full", "bare")] for _ in range(5)
    ]  # in turn: others work too
    alone, full, bare = ([min(each) for each in zip(*part, strict=True)] for part in zip(*runs, strict=True))
    print(f"pikepdf alone, {SCANS} files, {size:.0f} MB, {alone[3]:,.0f} pages: {alone[0]:.1f} s, {alone[2]:.0f} MB")
    print(
        f"packet of {PEOPLE} with these, {full[3]:,.0f} pages: {full[0]:.1f} s, {full[0] / alone[0]:.2f} times (asked 3), "
        f"of the processor's time {full[1]:.2f} s, {full[1] / alone[1]:.2f} times"
    )
    print(f"    at most {full[2]:.0f} MB of memory (asked 700)")
    print(f"packet of {FEW} without scans, {bare[3]:,.0f} pages: {bare[0]:.2f} s (asked 2)")


if __name__ == "__main__":
    what, rest = sys.argv[1:2], sys.argv[2:]
    if what == ["alone"]:
        merge_alone(Path(rest[0]))
    elif what in (["full"], ["bare"]):
        print_packet(Path(rest[0]), what[0])
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(what[0]) if what else Path(made))
