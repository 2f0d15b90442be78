"""Several documents at once: one step, each bad file named, and none of them in the way of the others."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.papers.scan_files import jpeg, protected, scripted, wall
from tests.papers.small_pdf import small_pdf
from workbench.actions import attaching, filing
from workbench.errors import Cancelled
from workbench.lists import file
from workbench.records.desk import Document
from workbench.records.provider import Provider
from workbench.store import history


@pytest.fixture
def person(office: Any, make: Any) -> Any:
    return make(Provider, last="Okafor", first="Adaeze", degree="MD")


def written(folder: Path, **files: bytes) -> list[Path]:
    paths = []
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content)
        paths.append(path)
    return paths


def test_good_files_are_kept_in_one_step_and_each_bad_one_is_named(
    person: Any, tmp_path: Path, TODAY: date, assert_undoable: Any
) -> None:
    paths = written(
        tmp_path,
        license__pdf=small_pdf(),
        empty__pdf=b"",
        locked__pdf=protected(),
        diploma__pdf=scripted(),
        photo__pdf=jpeg(),
        again__pdf=small_pdf(),
        wall__png=wall(),
    )
    huge = tmp_path / "huge.tif"
    with huge.open("wb") as opened:
        opened.truncate(200_000_000)
    made = assert_undoable(lambda: attaching.attach_files(person.id, [*paths, huge, tmp_path / "gone.pdf"], TODAY))
    assert history.newest().name == "Redo: Attach 5 documents to Okafor, Adaeze, MD"  # type: ignore[union-attr]
    assert made.kept == ("license.pdf", "locked.pdf", "diploma.pdf", "photo.pdf", "wall.png")
    assert [each.title for each in Document.select().order_by(Document.id)] == [
        "license",
        "locked",
        "diploma",
        "photo",
        "wall",
    ]
    said = " ".join(made.refused)
    for words in (
        "empty.pdf is empty (0 bytes)",
        "again.pdf is on this file already",
        "huge.tif is 200 MB, over 50 MB",
        "gone.pdf could not be read",
    ):
        assert words in said
    notes = dict(each.split(": ", 1) for each in made.noted)
    assert notes["locked.pdf"].startswith("not printed; a page of the packet says so. It is protected by a password")
    assert notes["diploma.pdf"].startswith("printed. It carries scripts; they are left out")
    assert notes["photo.pdf"].startswith("kept back from packets (identity)") and "printed." not in notes["photo.pdf"]
    assert "license.pdf" not in notes
    kept = {each.title: each.prints for each in Document.select()}
    assert kept.pop("wall") == "Not at all" and "30,000 × 30,000 pixels" in notes["wall.png"]
    assert kept == {"license": "Whole", "locked": "Not at all", "diploma": "Whole", "photo": "Whole"}
    shown = {line.texts[0]: line.texts[4] for line in file.read(person.id, TODAY).parts["documents"]}
    assert shown["locked"] == "Not printed: protected by a password" and shown["license"] == "Printed"


def test_where_nothing_can_be_kept_no_step_is_named(person: Any, tmp_path: Path, TODAY: date) -> None:
    before = history.newest()
    made = attaching.attach_files(person.id, written(tmp_path, empty__pdf=b""), TODAY)
    assert made.kept == () and len(made.refused) == 1 and history.newest() == before


def test_a_file_that_changes_while_it_is_read_is_named(
    person: Any, tmp_path: Path, TODAY: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = written(tmp_path, a__pdf=small_pdf())
    looked = filing.look_at

    def change(name: str, content: bytes) -> tuple[str, str]:
        path.write_bytes(content + b" ")
        return looked(name, content)

    monkeypatch.setattr(filing, "look_at", change)
    made = attaching.attach_files(person.id, [path], TODAY)
    assert made.kept == () and made.refused == ("a.pdf changed while it was read. Attach it again.",)
    assert Document.select().count() == 0


def test_what_is_stopped_halfway_leaves_nothing(person: Any, tmp_path: Path, TODAY: date) -> None:
    paths = written(tmp_path, a__pdf=small_pdf(), b__pdf=small_pdf(ink="1 0 0"))

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        attaching.attach_files(person.id, paths, TODAY, stop)
    assert Document.select().count() == 0


def test_a_huge_file_is_not_read_to_be_refused(person: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "huge.tif"
    with huge.open("wb") as file:
        file.truncate(filing.MOST_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    assert "over 50 MB" in filing.read(huge).message  # type: ignore[union-attr]


def test_what_a_packet_keeps_back_is_said_when_it_is_attached_and_on_the_file(
    person: Any, tmp_path: Path, TODAY: date
) -> None:
    paths = written(tmp_path, tuberculosis__pdf=small_pdf(), license__pdf=small_pdf(ink="1 0 0"))
    made = attaching.attach_files(person.id, paths, TODAY)
    assert made.noted == (
        "tuberculosis.pdf: kept back from packets (health). If it is none of this, edit the document and choose Printed.",
    )
    shown = {line.texts[0]: line.texts[4] for line in file.read(person.id, TODAY).parts["documents"]}
    assert shown == {"tuberculosis": "Kept back: health", "license": "Printed"}
