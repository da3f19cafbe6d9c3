"""How long openings wait on one core as it fills with rooms, as a picture."""

from collections.abc import Sequence

from server.devtools.bench.arrivals import Waited

WIDTH, HEIGHT = 860, 420
LEFT, RIGHT, TOP, BOTTOM = 90, 150, 40, 70
TALLEST = 4.0
"""In times the limit: what is worse runs off the picture, and its figure says so."""


def capacity_chart(cores: Sequence[Waited], players: int, most_millis: float) -> str:
    """An SVG of its own, readable on light and dark: the median and 99 of 100 over the rooms, the limit across it."""
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    most_rooms = max(core.rooms for core in cores)

    def across(core: Waited) -> float:
        return LEFT + wide * core.rooms / most_rooms

    def up(millis: float) -> float:
        return TOP + high * (1 - min(millis / most_millis, TALLEST) / TALLEST)

    limit = up(most_millis)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="14">',
        f"<title>How long a round's opening takes, by the rooms of {players} phones on one core</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fffdf8"/>',
        f'<path d="M{LEFT} {TOP}V{TOP + high}H{LEFT + wide}" fill="none" stroke="#4a4438"/>',
        f'<path d="M{LEFT} {limit:.1f}H{LEFT + wide}" stroke="#1d1a15" stroke-dasharray="6 4"/>',
        f'<text x="{LEFT - 8}" y="{limit + 5:.1f}" text-anchor="end" fill="#1d1a15">{most_millis:g} ms</text>',
        f'<text x="{LEFT + wide / 2}" y="{HEIGHT - 14}" text-anchor="middle" fill="#1d1a15">'
        f"rooms of {players} phones on one core, and how busy it is</text>",
    ]
    for name, colour, below, millis in (  # the two may meet at the top; their words do not
        ("median", "#3f7d58", 18, [core.median for core in cores]),
        ("99 of 100", "#b4552d", -4, [core.p99 for core in cores]),
    ):
        points = [(across(core), up(value)) for core, value in zip(cores, millis, strict=True)]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="3"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>' for x, y in points]
        said = f"{name}, {millis[-1]:.0f} ms"
        parts.append(
            f'<text x="{points[-1][0] + 10:.1f}" y="{points[-1][1] + below:.1f}" fill="{colour}">{said}</text>'
        )
    for core in cores:
        middle = f'x="{across(core):.1f}" text-anchor="middle"'
        parts.append(f'<text {middle} y="{TOP + high + 20}" fill="#1d1a15">{core.rooms}</text>')
        parts.append(f'<text {middle} y="{TOP + high + 38}" fill="#4a4438" font-size="12">{core.busy:.0%}</text>')
    return "\n".join([*parts, "</svg>", ""])
