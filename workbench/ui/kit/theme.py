"""Fusion in our own colors: follows the system's scheme, or is told which to wear."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workbench.ui.kit import colors as palettes
from workbench.ui.kit.colors import Colors
from workbench.ui.kit.dressing import Dressing
from workbench.ui.kit.style import sheet

CHOICES = ("system", "light", "dark", "contrast")
FONTS = Path(__file__).parents[3] / "resources" / "fonts"
_HINTS = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "contrast": Qt.ColorScheme.Dark}


class Theme(QObject):
    """What the application wears; a child of it, so that there is one and it ends with it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.choice = "system"
        self._app = app
        app.setStyle("Fusion")
        _choose_font(app)
        self._dressing = Dressing(app)
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()  # held: its wrapper does not outlive the expression
        self._hints.colorSchemeChanged.connect(self._follow)
        self._wishes.contrastPreferenceChanged.connect(self._follow)

    def wear(self, choice: str) -> None:
        """Wear one of CHOICES from now on."""
        self.choice = choice
        self._hints.setColorScheme(_HINTS.get(choice, Qt.ColorScheme.Unknown))
        self._follow()

    def colors(self) -> Colors:
        """The colors that the choice, or the system, asks for."""
        for known in palettes.ALL:
            if known.name == self.choice:
                return known
        return of_system(self._hints.colorScheme(), self._wishes.contrastPreference())

    def _follow(self) -> None:
        chosen = self.colors()
        if self._app.palette() != qpalette(chosen):
            self._app.setPalette(qpalette(chosen))
        if self._app.styleSheet() != sheet(chosen):
            self._app.setOverrideCursor(Qt.CursorShape.WaitCursor)
            self._dressing.change(sheet(chosen))
            self._app.restoreOverrideCursor()


def of_system(scheme: Qt.ColorScheme, wish: Qt.ContrastPreference) -> Colors:
    """What a system asks for: high contrast where it says so, else light or dark."""
    if wish == Qt.ContrastPreference.HighContrast:
        return palettes.CONTRAST
    return palettes.DARK if scheme == Qt.ColorScheme.Dark else palettes.LIGHT


def wear(app: QApplication, choice: str = "system") -> Theme:
    """Dress the application: "system", "light", "dark" or "contrast"."""
    theme = app.findChild(Theme) or Theme(app)
    theme.wear(choice)
    return theme


def qpalette(colors: Colors) -> QPalette:
    """Our colors in the roles that Qt's own widgets ask for."""
    role, palette = QPalette.ColorRole, QPalette()
    for roles, color in (
        ((role.Window, role.AlternateBase), colors.window),
        ((role.Base, role.Button, role.ToolTipBase), colors.panel),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), colors.text),
        ((role.PlaceholderText,), colors.muted),
        ((role.Highlight, role.Accent), colors.accent),
        ((role.HighlightedText,), colors.on_accent),
        ((role.Link, role.LinkVisited), colors.link),
        ((role.Mid, role.Dark), colors.edge),
        ((role.Light, role.Midlight), colors.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colors.off))
    return palette


def _choose_font(app: QApplication) -> None:
    """The system's own font; offscreen there is none worth the name, so the one that travels with us."""
    font = app.font()
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        font = QFont(_travelling_family() or font.family())
        font.setPointSizeF(10)
    elif font.pointSizeF() < 9:
        font.setPointSizeF(9)
    app.setFont(font)


def _travelling_family() -> str:
    families: list[str] = []
    for path in sorted(FONTS.glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    if families:
        return families[0]
    return "Inter" if "Inter" in QFontDatabase.families() else ""
