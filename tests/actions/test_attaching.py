"""Several documents at once: one step, each bad file named, and none of them in the way of the others."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.papers.scan_files import jpeg, protected, scripted
from tests.papers.small_pdf import small_pdf
from workbench.actions import attaching, filing
from workbench.errors import Cancelled
from workbench.lists import file
from workbench.records.desk import Document
from workbench.records.provider import Provider


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
        lively__pdf=scripted(),
        photo__pdf=jpeg(),
        again__pdf=small_pdf(),
    )
    huge = tmp_path / "huge.tif"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    made = assert_undoable(lambda: attaching.attach_files(person.id, [*paths, huge, tmp_path / "gone.pdf"], TODAY))
    assert made.kept == ("license.pdf", "locked.pdf", "lively.pdf", "photo.pdf")
    assert [each.title for each in Document.select().order_by(Document.id)] == ["license", "locked", "lively", "photo"]
    said = " ".join(made.refused)
    for words in (
        "empty.pdf is empty (0 bytes)",
        "again.pdf is on this file already",
        "huge.tif is 200 MB, over 50 MB",
        "gone.pdf could not be read",
    ):
        assert words in said
    notes = dict(each.split(": ", 1) for each in made.noted)
    assert "protected by a password" in notes["locked.pdf"] and "scripts" in notes["lively.pdf"]
    assert "called .pdf and is a JPG picture" in notes["photo.pdf"] and "license.pdf" not in notes


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
        "tuberculosis.pdf: Kept back (health). If it is none of this, edit the document and choose Printed.",
    )
    shown = {line.texts[0]: line.texts[4] for line in file.read(person.id, TODAY).parts["documents"]}
    assert shown == {"tuberculosis": "Kept back: health", "license": "Printed"}
