"""What is drawn can be read, in every palette."""

import pytest
from PySide6.QtCore import Qt

from workbench.ui.kit import colors as palettes
from workbench.ui.kit import ink, theme
from workbench.ui.kit.colors import contrast, shape_pairs, text_pairs
from workbench.ui.kit.shapes import SHAPE_OF, shape
from workbench.ui.kit.style import sheet


@pytest.mark.parametrize("colors", palettes.ALL, ids=lambda each: each.name)
def test_words_read_on_whatever_lies_behind_them(colors):
    weak = {name: round(contrast(*pair), 2) for name, *pair in text_pairs(colors) if contrast(*pair) < 4.5}
    assert not weak


@pytest.mark.parametrize("colors", palettes.ALL, ids=lambda each: each.name)
def test_icons_and_edges_are_seen(colors):
    weak = {name: round(contrast(*pair), 2) for name, *pair in shape_pairs(colors) if contrast(*pair) < 3}
    assert not weak


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_status_is_never_a_color_alone():
    assert set(SHAPE_OF) | {"quiet"} >= set(palettes.TONES)
    assert all(not shape(name).isEmpty() for name in SHAPE_OF.values())
    assert len(set(SHAPE_OF.values())) == len(SHAPE_OF)


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_application_wears_what_it_is_told(qapp, choice):
    theme.wear(qapp, choice)
    assert ink.colors().name == choice
    assert "$" not in sheet(ink.colors())


def test_there_is_one_theme_however_often_it_is_worn(qapp):
    theme.wear(qapp, "dark")
    theme.wear(qapp, "light")
    assert len(qapp.findChildren(theme.Theme)) == 1


@pytest.mark.parametrize(
    ("scheme", "wish", "worn"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast"),
    ],
)
def test_the_system_says_which_of_the_three_is_worn(scheme, wish, worn):
    assert theme.of_system(scheme, wish).name == worn


def test_a_system_that_changes_its_mind_is_followed(qapp, monkeypatch):
    made = theme.wear(qapp, "system")
    asked = theme.of_system
    monkeypatch.setattr(theme, "of_system", lambda scheme, wish: asked(scheme, Qt.ContrastPreference.HighContrast))
    made._wishes.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert ink.colors().name == "contrast"
    monkeypatch.setattr(theme, "of_system", lambda scheme, wish: asked(Qt.ColorScheme.Dark, wish))
    made._hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert ink.colors().name == "dark"
    theme.wear(qapp, "light")
