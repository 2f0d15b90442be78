"""Draws a picture for every line of README's table of layouts, and links each line to its own: `uv run python -m tests.picturing`."""

import os
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtWidgets import QApplication

from tests.conftest import TODAY
from tests.picturing import linking
from tests.picturing.drawing import draw
from tests.picturing.layouts import FORMATTED, LAYOUTS
from workbench.actions import offices
from workbench.records.office_lists import Department
from workbench.store import history
from workbench.store.office import Seat
from workbench.ui.kit import theme


def main() -> None:
    """All of them, over an office of nobody."""
    app = QApplication.instance() or QApplication([])
    theme.wear(app, "light")  # type: ignore[arg-type]
    linking.PICTURES.mkdir(parents=True, exist_ok=True)
    for old in linking.PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as name:
        opened = offices.new_office(Path(name) / "pictures.workbench", Seat("M. Alvarez"), "Riverbend Medical Center")
        with history.step("Departments"):
            for each in sorted({known for layout in LAYOUTS for known in layout.known}):
                Department.get_or_create(name=each)
        for layout in (*LAYOUTS, *FORMATTED):
            path = draw(layout, Path(name), linking.PICTURES, TODAY)
            print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
        opened.close()
    linking.link()


if __name__ == "__main__":
    main()
