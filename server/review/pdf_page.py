"""A small printer: A4 pages of text, lines and bars as PDF, in the font that every reader of PDF has by itself.

No library: what a report needs are two weights of one font, grey boxes and nothing else. Places are in points from the
top left, as one reads. The same pages give the same bytes.
"""

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
"""A4, in points."""

_WIDTHS = dict(
    zip(
        map(chr, range(32, 127)),
        [
            278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
            556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
            1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
            667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
            333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
            556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
        ],
        strict=True,
    )
)  # fmt: skip
"""How wide Helvetica's letters are, in thousandths of the size; a letter with an accent is about as wide as without."""
_USUAL_WIDTH = 556
_BOLD = 1.07


def text_width(text: str, size: float, is_bold: bool = False) -> float:
    """About how wide a text is, in points."""
    thousandths = sum(_WIDTHS.get(character, _USUAL_WIDTH) for character in text)
    return thousandths * size / 1000 * (_BOLD if is_bold else 1)


def fitted(text: str, width: float, size: float, is_bold: bool = False) -> str:
    """The text, cut off with dots where it would be too wide."""
    if text_width(text, size, is_bold) <= width:
        return text
    while text and text_width(text + "\u2026", size, is_bold) > width:
        text = text[:-1]
    return text.rstrip() + "\u2026"


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines that fit; a word that does not fit by itself is cut off."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(fitted(word, width, size))
    return lines


@dataclass
class PdfPage:
    """One page, drawn upon from the top left."""

    _drawn: list[bytes] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10, is_bold: bool = False, grey: float = 0.1) -> None:
        """One line of text; `y` is where it stands, `grey` from 0, black, to 1."""
        shown = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = b"F2" if is_bold else b"F1"
        self._drawn.append(b"%.2f g BT /%b %.1f Tf %.2f %.2f Td (%b) Tj ET" % (grey, font, size, x, HEIGHT - y, shown))

    def text_right(self, x: float, y: float, text: str, size: float = 10, is_bold: bool = False) -> None:
        """The same, ending at `x`."""
        self.text(x - text_width(text, size, is_bold), y, text, size, is_bold)

    def box(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """A filled box, `y` its top."""
        self._drawn.append(b"%.2f g %.2f %.2f %.2f %.2f re f" % (grey, x, HEIGHT - y - height, width, height))

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """An empty box with a black edge."""
        place = (x, HEIGHT - y - height, width, height)
        self._drawn.append(b"0 G 0.8 w %.2f %.2f %.2f %.2f re S" % place)

    def line(self, x: float, y: float, to_x: float, grey: float = 0.6) -> None:
        """A line across."""
        self._drawn.append(b"%.2f G 0.6 w %.2f %.2f m %.2f %.2f l S" % (grey, x, HEIGHT - y, to_x, HEIGHT - y))

    def content(self) -> bytes:
        """What was drawn, in PDF's own words."""
        return b"\n".join(self._drawn)


def pdf_bytes(pages: list[PdfPage], title: str, language: str) -> bytes:
    """The file."""
    names = [5 + 2 * number for number in range(len(pages))]
    kids = b" ".join(b"%d 0 R" % name for name in names)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (%b) /ViewerPreferences << /DisplayDocTitle true >> >>"
        % language.encode(),
        b"<< /Type /Pages /Count %d /Kids [%b] /MediaBox [0 0 %d %d]" % (len(pages), kids, WIDTH, HEIGHT)
        + b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
        *(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%b /Encoding /WinAnsiEncoding >>" % font
            for font in (b"Helvetica", b"Helvetica-Bold")
        ),
    ]
    for name, page in zip(names, pages, strict=True):
        squeezed = zlib.compress(page.content(), 9)
        objects.append(b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>" % (name + 1))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(squeezed), squeezed))
    objects.append(b"<< /Title <%b> >>" % ("\ufeff" + title).encode("utf-16-be").hex().encode())
    file = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    file += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(file)
