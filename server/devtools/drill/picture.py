"""How long a class waited after each strike, as a picture: a dot a strike, a line at what is promised."""

from collections.abc import Sequence
from html import escape

from server.devtools.drill.outcome import BACK_SECONDS_MOST, Outcome

WIDTH, ROW, LEFT, RIGHT, TOP = 860, 28, 180, 130, 40
WIDEST = 6.0
"""In seconds: who waited longer stands at the edge."""


def picture(outcomes: Sequence[Outcome]) -> str:
    """An SVG of its own, readable on light and dark."""
    height = TOP + ROW * len(outcomes) + 36
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="14">',
        f"<title>How long a class waits for its room after each of {len(outcomes)} faults</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fffdf8"/>',
    ]
    for seconds in range(int(WIDEST) + 1):
        parts.append(f'<path d="M{_x(seconds):.1f} {TOP - 8}V{height - 30}" stroke="#e4dcc8"/>')
        parts.append(_text(_x(seconds), height - 12, f"{seconds} s", "middle"))
    for place, outcome in enumerate(outcomes):
        parts += _row(outcome, TOP + ROW * place + ROW // 2)
    promised = _x(BACK_SECONDS_MOST)
    parts.append(f'<path d="M{promised:.1f} {TOP - 8}V{height - 30}" stroke="#1d1a15" stroke-width="2"/>')
    parts.append(_text(promised, 22, "promised", "middle"))
    return "\n".join([*parts, "</svg>", ""])


def _row(outcome: Outcome, middle: int) -> list[str]:
    fill = "#3f7d58" if outcome.passed else "#b4552d"
    said = f"{outcome.times}x, {outcome.lost} lost" if outcome.passed else f"{outcome.times}x, broken"
    dots = [f'<circle cx="{_x(back):.1f}" cy="{middle}" r="5" fill="{fill}" opacity="0.6"/>' for back in outcome.backs]
    name = _text(LEFT - 12, middle + 5, outcome.fault.name, "end")
    return [name, *dots, _text(WIDTH - RIGHT + 16, middle + 5, said, "start")]


def _x(seconds: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * min(seconds, WIDEST) / WIDEST


def _text(x: float, y: int, said: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y}" text-anchor="{anchor}" fill="#1d1a15">{escape(said)}</text>'
