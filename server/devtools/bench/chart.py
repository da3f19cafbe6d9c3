"""The ratios of a run as a picture: one bar a figure, its target as a line across it."""

from html import escape

from server.devtools.bench.rows import Row, Run

WIDTH, ROW, LEFT, RIGHT, TOP = 860, 44, 320, 120, 40
WIDEST = 3.5
"""In times the target: what is worse runs off the picture, and its figure says so."""


def chart(run: Run) -> str:
    """An SVG of its own, readable on light and dark. A bar that ends before the line has reached its target."""
    height = TOP + ROW * len(run.rows) + 16
    span = WIDTH - LEFT - RIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="14">',
        f"<title>{len(run.rows)} figures beside what is to be reached</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fffdf8"/>',
        f'<text x="{LEFT + span / WIDEST:.0f}" y="22" text-anchor="middle" fill="#4a4438">to reach</text>',
    ]
    for place, row in enumerate(run.rows):
        parts += _bar(row, TOP + ROW * place, span)
    line = LEFT + span / WIDEST
    parts.append(f'<path d="M{line:.1f} {TOP - 8}V{height - 12}" stroke="#1d1a15" stroke-width="2"/>')
    return "\n".join([*parts, "</svg>", ""])


def _bar(row: Row, top: int, span: float) -> list[str]:
    reached = row.value if row.ratio is None else row.ratio
    length = min(reached / row.target, WIDEST) * span / WIDEST
    said = (
        f"{row.ratio:.2f}x of {row.target:g}x"
        if row.ratio is not None
        else f"{reached:.3g} of {row.target:g} {row.unit}"
    )
    fill = "#3f7d58" if row.met else "#b4552d"
    return [
        f'<text x="{LEFT - 12}" y="{top + 20}" text-anchor="end" fill="#1d1a15">{escape(row.name)}</text>',
        f'<rect x="{LEFT}" y="{top + 4}" width="{length:.1f}" height="24" fill="{fill}"/>',
        f'<text x="{LEFT + length + 8:.1f}" y="{top + 21}" fill="#1d1a15">{escape(said)}</text>',
    ]
