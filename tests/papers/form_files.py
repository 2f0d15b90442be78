"""PDFs whose pages look otherwise than their code says: boxes filled in and never drawn, layers that are off, boxes in boxes."""

import io
from collections.abc import Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

BOX = 1 << 12, 1 << 17, 1 << 24
"""Flags of a field: of several lines, that opens, with a cell for each sign."""
_LINES, _OPENS, _CELLS = BOX
STATES = ("Illinois", "Iowa")


def saved(pdf: Pdf) -> bytes:
    """Its bytes; the PDF is closed."""
    written = io.BytesIO()
    with pdf:
        pdf.save(written)
    return written.getvalue()


def page_of(pdf: Pdf, drawn: bytes, size: tuple[float, float] = (612, 792)) -> Any:
    """One more page, with Helvetica as F1."""
    page = pdf.add_blank_page(page_size=size)
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(face)))
    page.Contents = pdf.make_stream(drawn)
    return page


class Form:
    """A form of one page; fields are put below each other."""

    def __init__(self, says: str = "A form") -> None:
        self.pdf, self.fields = Pdf.new(), list[Any]()
        self.page = page_of(self.pdf, f"BT /F1 12 Tf 72 740 Td ({says}) Tj ET".encode())

    def field(self, name: str, value: Any, sort: str = "/Tx", drawn: str = "", **more: Any) -> "Form":
        """A field; drawn is what its appearance says, empty for one without."""
        low = 700 - 40 * len(self.fields)
        rect = [100, low, 300, low + 30]
        box = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name(sort), T=name, V=value, F=4, Rect=rect, DA="/F1 11 Tf 0 g",
            P=self.page.obj, **more,
        )  # fmt: skip
        if drawn:
            box.AP = Dictionary(N=self._look(drawn))
        self.fields.append(self.pdf.make_indirect(box))
        return self

    def bytes(self, needs: bool = True, fields: Sequence[Any] | None = None) -> bytes:
        """The file; needs is what it says of its appearances, fields those its form knows."""
        self.page.Annots = Array(self.fields)
        form = Dictionary(Fields=Array(self.fields if fields is None else fields), DR=self.page.Resources)
        if needs:
            form.NeedAppearances = True
        self.pdf.Root.AcroForm = form
        return saved(self.pdf)

    def _look(self, drawn: str) -> Stream:
        look = self.pdf.make_stream(f"/Tx BMC BT /F1 11 Tf 2 8 Td ({drawn}) Tj ET EMC".encode())
        look.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 30], Resources=self.page.Resources
        )
        return look


def filled(needs: bool = True) -> bytes:
    """A form with a field of each sort that was filled in by a program which draws nothing."""
    made = Form()
    made.field("name", "Plainword").field("born", String("José Łukasz Ünal"))
    made.field("duties", "First line of duties that is longer than its box is wide\rSecond line", Ff=_LINES)
    made.field("number", "12345", Ff=_CELLS, MaxLen=8).field("amount", "Rightside", Q=2)
    made.field("state", STATES[0], "/Ch", Ff=_OPENS, Opt=Array([String(each) for each in STATES]))
    return made.bytes(needs)


def ticked() -> bytes:
    """A form with one box that is ticked, without a drawing of the tick."""
    made = Form().field("yes", Name.Yes, "/Btn", AS=Name.Yes, MK=Dictionary(CA="4"))
    return made.bytes()


def layered(
    *,
    base: str = "",
    policy: str = "",
    usage: str = "",
    as_form: bool = False,
    rotate: int = 0,
    shown_if: Sequence[str] = (),
) -> bytes:
    """A page that says Base, Onlayer, and on a layer that is off Offlayer, with a black square at its lower left.

    base is the state of all layers but those named; policy and shown_if a membership in place of the layer, such as /AllOn and
    /And, on, off; usage what the layer itself says of being looked at; as_form puts the layer on a form XObject; rotate turns
    the page."""
    pdf = Pdf.new()
    page = page_of(pdf, b"")
    on = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("On")))
    off = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Off")))
    member = off
    if policy:
        member = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([on, off]), P=Name(policy)))
    says = "BT /F1 24 Tf 100 {} Td ({}) Tj ET"
    hidden = f"0 0 72 72 re f {says.format(400, 'Offlayer')}"
    if shown_if:
        said = [Name(each) if each[0] == "/" else {"on": on, "off": off}[each] for each in shown_if]
        member = pdf.make_indirect(Dictionary(Type=Name.OCMD, VE=Array(said)))
    page.Resources.Properties = Dictionary(A=on, B=member)
    drawn = f"{says.format(600, 'Base')} /OC /A BDC {says.format(500, 'Onlayer')} EMC "
    if as_form:
        form = pdf.make_stream(hidden.encode())
        form.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 612, 792], OC=member,
            Resources=Dictionary(Font=page.Resources.Font),
        )  # fmt: skip
        page.Resources.XObject = Dictionary(Hidden=form)
        del page.Resources.Properties.B
        drawn += "/Hidden Do"
    else:
        drawn += f"/OC /B BDC {hidden} EMC"
    page.Contents = pdf.make_stream(drawn.encode())
    page.Rotate = rotate
    pdf.Root.OCProperties = _configured(on, off, base, usage)
    return saved(pdf)


def _configured(on: Any, off: Any, base: str, usage: str) -> Any:
    how = Dictionary(BaseState=Name(base), ON=Array([on])) if base else Dictionary(OFF=Array([off]))
    if usage:
        off.Usage = Dictionary(View=Dictionary(ViewState=Name(usage)))
    if usage == "/OFF":  # by being looked at alone, and not in the list
        how = Dictionary(AS=Array([Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([off]))]))
    return Dictionary(OCGs=Array([on, off]), D=how)


def boxed(**boxes: Any) -> bytes:
    """A page of 612 by 792 with “Upper” near its top, “Lower” near its bottom and a black square in each corner; MediaBox,
    CropBox, TrimBox, UserUnit and Rotate as told."""
    pdf = Pdf.new()
    corners = " ".join(f"{x} {y} 40 40 re f" for x in (0, 572) for y in (0, 752))
    words = "BT /F1 18 Tf 60 700 Td (Upper) Tj ET BT /F1 18 Tf 60 80 Td (Lower) Tj ET"
    page = page_of(pdf, f"{corners} {words}".encode())
    for name, value in boxes.items():
        page.obj["/" + name] = Array(list(value)) if isinstance(value, tuple) else value
    return saved(pdf)
