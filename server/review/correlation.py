"""The few figures of statistics that a report is made of. Plain numbers in, plain numbers out."""

from collections.abc import Sequence
from math import sqrt

from server.review.report_types import Times


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's r of two equally long lists; None where either has no spread.

    Where one of them is 0 or 1 this is the point-biserial correlation.
    """
    count = len(one)
    if count < 2:
        return None
    mean_one, mean_other = sum(one) / count, sum(other) / count
    from_one = [value - mean_one for value in one]
    from_other = [value - mean_other for value in other]
    spread = sqrt(sum(value * value for value in from_one) * sum(value * value for value in from_other))
    if spread < 1e-9:
        return None
    together = sum(first * second for first, second in zip(from_one, from_other, strict=True))
    return max(-1.0, min(1.0, together / spread))


def outer_thirds(values: Sequence[float], order: Sequence[float]) -> tuple[float, float] | None:
    """The means of `values` for the best and for the lowest third by `order`; None where these cannot be parted.

    A third of n is n // 3 people, and whoever is equal to its last one is in it too: no lot decides. With so many
    equals that the two would meet, nobody is best and nobody lowest.
    """
    third = len(order) // 3
    if not third:
        return None
    ranked = sorted(order)
    low, high = ranked[third - 1], ranked[-third]
    if low >= high:
        return None
    best = [value for value, place in zip(values, order, strict=True) if place >= high]
    lowest = [value for value, place in zip(values, order, strict=True) if place <= low]
    return sum(best) / len(best), sum(lowest) / len(lowest)


def quartiles(values: Sequence[float]) -> Times | None:
    """The quartiles, with a straight line between two neighbours (Hyndman and Fan's seventh way); None of nothing."""
    if not values:
        return None
    ranked = sorted(values)
    return Times(*(_at(ranked, share) for share in (0.25, 0.5, 0.75)))


def _at(ranked: Sequence[float], share: float) -> float:
    place = share * (len(ranked) - 1)
    below = int(place)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (ranked[above] - ranked[below]) * (place - below)
