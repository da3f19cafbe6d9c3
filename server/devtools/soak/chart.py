"""The memory of a soak as a picture: server and store over time, and the line that is the slope."""

from collections.abc import Sequence

from server.devtools.soak.samples import MEGABYTE, Sample, Slope

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 860, 360, 64, 40, 44
INK, PAPER, SERVER, STORE = "#1d1a15", "#fffdf8", "#3f7d58", "#b4552d"


def chart(samples: Sequence[Sample], warm_up: float, server: Slope | None) -> str:
    """An SVG of its own, readable on light and dark."""
    last = max(sample.seconds for sample in samples) or 1.0
    most = max(max(sample.server_memory, sample.store_memory) for sample in samples) / MEGABYTE * 1.1

    def x(seconds: float) -> float:
        return LEFT + (WIDTH - LEFT - 16) * seconds / last

    def y(megabytes: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * megabytes / most

    def line(values: Sequence[tuple[float, float]], colour: str) -> str:
        points = " ".join(f"{x(seconds):.1f},{y(value / MEGABYTE):.1f}" for seconds, value in values)
        return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'

    said = "" if server is None else f"{server.per_hour:+.2f} MB/h, give or take {server.give_or_take:.2f}"
    ticks = [most * share for share in (0.0, 0.25, 0.5, 0.75)]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="14">',
        f"<title>Memory over {last / 60:.0f} minutes</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        f'<text x="{LEFT}" y="24" fill="{SERVER}">server {said}</text>',
        f'<text x="{WIDTH - 16}" y="24" fill="{STORE}" text-anchor="end">store, which keeps every room</text>',
        f'<path d="M{x(min(warm_up, last)):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="{INK}" stroke-dasharray="4 4"/>',
        f'<text x="{x(min(warm_up, last)) + 6:.1f}" y="{TOP + 14}" fill="{INK}">warm from here</text>',
        f'<text x="{WIDTH - 16}" y="{HEIGHT - 12}" fill="{INK}" text-anchor="end">{last / 60:.0f} min</text>',
        *(
            f'<text x="{LEFT - 8}" y="{y(tick) + 5:.1f}" fill="{INK}" text-anchor="end">{tick:.0f} MB</text>'
            f'<path d="M{LEFT} {y(tick):.1f}H{WIDTH - 16}" stroke="{INK}" stroke-opacity="0.15"/>'
            for tick in ticks
        ),
        line([(one.seconds, one.server_memory) for one in samples], SERVER),
        line([(one.seconds, one.store_memory) for one in samples], STORE),
    ]
    return "\n".join([*parts, "</svg>", ""])
