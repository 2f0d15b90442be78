"""The small style sheet: spacing, quiet borders and one accent, filled from a palette."""

from string import Template

from workbench.ui.kit.colors import Colors

_SHEET = Template("""
QToolTip { color: $text; background: $panel; border: 1px solid $edge; padding: 4px 6px; }
QMainWindow, #ground { background: $window; }
#topbar { background: $panel; border-bottom: 1px solid $border; }
#statusbar { background: $panel; border-top: 1px solid $border; }
#statusbar QLabel { color: $muted; }
#sidebar { background: $sidebar; border-right: 1px solid $border; }
#sidebar QLabel { color: $muted; }
#card { background: $panel; border: 1px solid $border; border-radius: 8px; }
#lane { background: $hover; border: 1px solid transparent; border-radius: 8px; }
#lane[lit="true"] { border-color: $link; }
#bulk { background: $panel; border: 1px solid $link; border-radius: 8px; }
#toast { background: $text; border-radius: 8px; }
#toast QLabel { color: $window; }
$banners
#understood { background: $panel; color: $muted; border: 1px solid $edge; padding: 2px 6px; }
#popup { background: $panel; border: 1px solid $edge; border-radius: 8px; }
QLabel[kind="muted"], QLabel[kind="note"] { color: $muted; }
QLabel[kind="bad"] { color: $bad; }
QLabel[kind="warn"] { color: $warn; }

QPushButton { background: $panel; color: $text; border: 1px solid $border; border-radius: 6px; padding: 6px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $soft; }
QPushButton:focus { border: 2px solid $link; padding: 5px 11px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="quiet"], QPushButton[kind="back"] {
    background: transparent; border-color: transparent; color: $muted; }
QPushButton[kind="back"] { padding: 6px 12px 6px 0; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="back"]:hover { background: $hover; color: $text; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="back"]:focus { border: 2px solid $link; }
QPushButton[kind="back"]:focus { padding: 5px 11px 5px 0; }
QPushButton[kind="link"] {
    background: transparent; border: 1px solid transparent; padding: 1px 3px 1px 0; color: $link; text-align: left; }
QPushButton[kind="link"]:hover:enabled { text-decoration: underline; background: transparent; }
QPushButton[kind="link"]:focus { border: 1px solid $link; border-radius: 2px; padding: 1px 3px 1px 0; }
QPushButton:disabled, QPushButton[kind]:disabled { background: $window; color: $off; border: 1px dashed $line; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled { background: transparent; border-color: transparent; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 3px; }
#toast QPushButton { background: transparent; color: $window; border: 1px solid $window; padding: 3px 10px; }
#toast QPushButton:focus { border: 2px solid $window; padding: 2px 9px; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $panel; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted; }
QPlainTextEdit { padding: 3px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $link; padding: 4px 7px; }
QPlainTextEdit:focus { padding: 2px 3px; }
QLineEdit:read-only, QPlainTextEdit:read-only, QComboBox:disabled, QLineEdit:disabled, QPlainTextEdit:disabled {
    background: $raised; border-color: $border; color: $text; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid $bad; padding: 4px 7px; }
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus {
    border: 2px solid $link; background: $bad_ground; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $edge; padding: 3px; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $accent; color: $on_accent; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QSpinBox QLineEdit,
QSpinBox QLineEdit:focus { border: none; padding: 0 2px; background: transparent; }
QTableView QLineEdit, QTableView QLineEdit:focus { border: 2px solid $link; border-radius: 0; padding: 0 4px; }
#search { background: $window; border-color: $edge; }
#search:focus { border-color: $link; }

QTableView, QListView { background: $panel; border: none; outline: none; color: $text; }
#offered { border: 1px solid $edge; padding: 3px; }
#offered::item { min-height: 24px; padding: 0 6px; color: $text; }
#offered::item:selected { background: $accent; color: $on_accent; }
QTableView { border: 1px solid $border; border-radius: 4px; }
QTableView:focus { border-color: $link; }
QTableWidget { selection-background-color: $soft; selection-color: $text; }
QTableWidget::item { padding: 0 6px; }
QTableWidget QHeaderView::section { color: $muted; padding: 2px 6px; }
#card QTableView { border-radius: 0; border: none; border-top: 1px solid $border; }
#frozen { border: none; border-right: 1px solid $border; border-radius: 0; }
#card QTableView:focus { border-top: 1px solid $link; }
QHeaderView, QTableCornerButton::section { background: $raised; border: none; }
QHeaderView::section { background: $raised; border: none; }

QCheckBox { spacing: 8px; padding: 5px 2px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $edge; border-radius: 3px; background: $panel; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent; }
QCheckBox::indicator:disabled { background: $raised; border-color: $border; }
QCheckBox::indicator:focus { border: 2px solid $link; width: 12px; height: 12px; }
QListView::indicator:unchecked {
    width: 13px; height: 13px; border: 1px solid $edge; border-radius: 3px; background: $panel;
}
QMenu { border: 1px solid $edge; }
QRadioButton { spacing: 8px; padding: 5px 2px; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid $edge; border-radius: 7px; background: $panel; }
QRadioButton::indicator:checked { border: 4px solid $accent; width: 6px; height: 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
#lane QScrollBar:vertical, #sidebar QScrollBar:vertical { width: 8px; margin: 1px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::handle { background: $edge; border-radius: 4px; min-height: 32px; min-width: 32px; }
#lane QScrollBar::handle, #sidebar QScrollBar::handle { border-radius: 3px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; height: 0; width: 0; }
QScrollArea, #clear { background: transparent; border: none; }
Scrolling:focus { border: 1px solid $link; border-radius: 4px; }
IconPress { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px; }
IconPress:hover, IconPress:pressed { background: $hover; }
IconPress:focus { border: 2px solid $link; padding: 2px; }
QProgressBar { background: $hover; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QDialog { background: $panel; }
QSplitter::handle { background: transparent; }
""")

_BANNER = Template("""#banner[tone="$tone"] { background: $ground; }
#banner[tone="$tone"] QLabel { color: $ink; }""")


def sheet(colors: Colors) -> str:
    """The application's style sheet in these colors."""
    tones = {name: ink for name, (_, ink) in colors.tones.items()}
    banners = "\n".join(
        _BANNER.substitute(tone=tone, ground=ground, ink=ink) for tone, (ground, ink) in colors.tones.items()
    )
    ground, _ = colors.tone("bad")
    return _SHEET.substitute(vars(colors) | tones | {"banners": banners, "bad_ground": ground})
