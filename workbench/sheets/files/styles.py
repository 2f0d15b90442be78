"""The cell styles of an xlsx, as far as they say something: number format, strikethrough, fill. In the reading child."""

import colorsys
from xml.etree.ElementTree import Element

from workbench.sheets.files.package import Package, local
from workbench.sheets.look import GENERAL, Style

BUILT_IN = {
    **dict(enumerate(("General", "0", "0.00", "#,##0", "#,##0.00"))),
    **dict(enumerate(("0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??", "mm-dd-yy", "d-mmm-yy", "d-mmm", "mmm-yy"), 9)),
    **dict(enumerate(("h:mm AM/PM", "h:mm:ss AM/PM", "h:mm", "h:mm:ss", "m/d/yy h:mm"), 18)),
    **dict(enumerate(("#,##0;(#,##0)", "#,##0;[Red](#,##0)", "#,##0.00;(#,##0.00)", "#,##0.00;[Red](#,##0.00)"), 37)),
    **dict(enumerate(("mm:ss", "[h]:mm:ss", "mm:ss.0", "##0.0E+0", "@"), 45)),
}
"""The formats that a file names by number alone (ECMA-376 part 1, 18.8.30); those between depend on the country."""
PALETTE = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF "
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
)
"""The indexed colors (ECMA-376 part 1, 18.8.27)."""
OFFICE_THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72"
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_MOST_STYLES = 65_536


def styles_of(package: Package) -> list[Style]:
    """The style of each number that cells name, in order; those out of range are plain."""
    tree = package.tree(package.one(package.workbook, "styles") or "xl/styles.xml")
    if tree is None:
        return []
    groups: dict[str, list[Element]] = {}
    for group in tree:
        groups.setdefault(local(group.tag), list(group))
    colors = _Colors(package, tree)
    formats = BUILT_IN | {
        _whole(each.get("numFmtId")): each.get("formatCode", GENERAL) for each in groups.get("numFmts", ())
    }
    struck = [is_struck(font) for font in groups.get("fonts", ())]
    fills = [colors.fill(fill) for fill in groups.get("fills", ())]
    found = []
    for xf in groups.get("cellXfs", [])[:_MOST_STYLES]:
        number = _whole(xf.get("numFmtId"))
        font, fill = _whole(xf.get("fontId")), _whole(xf.get("fillId"))
        found.append(
            Style(
                formats.get(number, f"Excel's format {number}"),
                font < len(struck) and struck[font],
                fills[fill] if fill < len(fills) else "",
            )
        )
    return found


def is_struck(font: Element) -> bool:
    """Whether a font, or the properties of a run of text, strike through."""
    return any(local(each.tag) == "strike" and each.get("val", "1") not in ("0", "false") for each in font)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0


def _split(colors: str) -> list[str]:
    return colors.split()


class _Colors:
    """Turns the ways to name a color into RRGGBB."""

    def __init__(self, package: Package, styles: Element) -> None:
        own = [each.get("rgb", "")[-6:] for each in styles.iter() if local(each.tag) == "rgbColor"]
        self._palette = [*own, *_split(PALETTE)[len(own) :]]
        tree = package.tree(package.one(package.workbook, "theme"))
        named = {
            local(each.tag): (each[0].get("lastClr") or each[0].get("val") or "")
            for each in (tree.iter() if tree is not None else ())
            if local(each.tag) in _THEME_ORDER and len(each)
        }
        self._theme = [named.get(name, plain) for name, plain in zip(_THEME_ORDER, _split(OFFICE_THEME), strict=True)]

    def fill(self, fill: Element) -> str:
        """The color that a cell is seen filled with; gradients and patterns without one have none."""
        pattern = next((each for each in fill if local(each.tag) == "patternFill"), None)
        if pattern is None or pattern.get("patternType", "none") in ("none", "gray125"):
            return ""
        color = next((each for each in pattern if local(each.tag) == "fgColor"), None)
        found = self._color(color) if color is not None else ""
        return "" if found == "FFFFFF" else found

    def _color(self, color: Element) -> str:
        if rgb := color.get("rgb"):
            found = rgb[-6:]
        elif theme := color.get("theme"):
            found = self._at(self._theme, theme)
        else:
            found = self._at(self._palette, color.get("indexed", ""))
        try:
            return _tinted(found.upper(), float(color.get("tint", "0")))
        except ValueError:
            return ""

    @staticmethod
    def _at(colors: list[str], place: str) -> str:
        return colors[int(place)] if place.isascii() and place.isdigit() and int(place) < len(colors) else ""


def _tinted(rgb: str, tint: float) -> str:
    """A color made lighter (tint above 0) or darker, as ECMA-376 part 1, 18.8.19 says; "" where it is none."""
    if len(rgb) != 6:
        return ""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    if not tint or not -1 <= tint <= 1:
        return rgb
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(255 * part):02X}" for part in colorsys.hls_to_rgb(hue, light, full))
