"""What the tests of several actions share: LibreOffice, which opens and saves again what the program writes."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import needs


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Saves a file again as LibreOffice does."""
    needs.nothing_of(needs.programs("soffice"))
    profile = tmp_path_factory.mktemp("profile")

    def save(path: Path, ending: str = "xlsx") -> Path:
        folder = path.parent / "saved"
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", ending]
        subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=180)
        return folder / f"{path.stem}.{ending}"

    return save
