"""Cards and axes, computed anew with numpy and scipy: for recompute.py."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import stats  # type: ignore[import-untyped]

from server.devtools.oracle.quiz import BY_OPTION, QuizAxis, QuizKey
from tests.review.recompute_votes import Asked, Json, Votes

ENOUGH = 30
NEAR = 0.2
"""How near to an option's place on a plane a tap must be to be a tap on it."""


def discrimination(votes: Votes, columns: list[int]) -> Json:
    """scipy's point-biserial for one item, Pearson for a card of several, and the outer thirds."""
    counted = [column for column in columns if votes.clear[column] and not np.isnan(votes.share[:, column]).all()]
    nothing = {"people": 0, "r": None, "best": None, "lowest": None}
    if not counted and votes.said[:, columns].any():
        return {"fit": "contested" if not votes.clear[columns].all() else "unmarked"} | nothing
    right, rest = votes.right[:, counted], votes.rest(counted)
    held = ~np.isnan(right).all(axis=1) & ~np.isnan(rest)
    if held.sum() < ENOUGH:
        return {"fit": "too_few"} | nothing | {"people": int(held.sum())}
    value, rest = np.nanmean(right[held], axis=1), rest[held]
    r = _correlation(value, rest)
    fit = "same" if r is None else "check_key" if r < 0 else "tells" if r >= 0.2 else "weak"
    ranked, third = np.sort(rest), len(rest) // 3
    low, high = ranked[third - 1], ranked[len(rest) - third]
    parted = bool(low < high)
    return {
        "fit": fit,
        "people": int(held.sum()),
        "r": r,
        "best": float(value[rest >= high].mean()) if parted else None,
        "lowest": float(value[rest <= low].mean()) if parted else None,
    }


def _correlation(value: Any, rest: Any) -> float | None:
    if np.ptp(value) < 1e-9 or np.ptp(rest) < 1e-9:
        return None
    is_split = set(np.unique(value)) <= {0.0, 1.0}
    return float(stats.pointbiserialr(value, rest)[0] if is_split else stats.pearsonr(value, rest)[0])


def gain(votes: Votes, asked: Asked, columns: list[int]) -> Json | None:
    """Those who said something first, before the talk and after it."""
    if not asked.second or not any(votes.items[column][1] in asked.again for column in columns):
        return None
    judged = ~np.isnan(votes.right[:, columns])
    before, after = votes.right[:, columns][judged], votes.after[:, columns][judged]
    return {
        "before": float(before.mean()),
        "after": float(after.mean()),
        "came": int((after > before).sum()),
        "left": int((after < before).sum()),
    }


def axis_report(votes: Votes, asked: Asked, axis_id: str) -> Json:
    """One axis of one card."""
    item = asked.card, axis_id
    column, axis, key = votes.items.index(item), votes.quiz.axes[axis_id], votes.quiz.cards[asked.card].keys[axis_id]
    said = [
        asked.first[player]["picks"][axis_id]
        for player, spoke in zip(votes.log.people, votes.said[:, column], strict=True)
        if spoke
    ]
    return {
        "axis": axis_id,
        "answers": len(said),
        "right_share": mean(votes.right[:, column]),
        "mean_share": mean(votes.share[:, column]),
        "is_contested": not votes.clear[column],
        "discrimination": discrimination(votes, [column]),
        "options": _options(votes, asked, axis, key, column, said),
        "confused": _confused(axis, key, said),
        "fallen_for": _fallen_for(votes.quiz.cards[asked.card].traps[axis_id], axis, said),
        "gain": gain(votes, asked, [column]) if axis_id in asked.again else None,
        "agreement": _agreement(said),
    }


def _options(
    votes: Votes, asked: Asked, axis: QuizAxis, key: QuizKey, column: int, said: Sequence[Any]
) -> Sequence[Json]:
    if axis.kind not in BY_OPTION | {"multi"}:
        return []
    rest = votes.rest([column])
    held = votes.said[:, column] & ~np.isnan(rest)
    picks = [
        asked.first[player]["picks"][axis.id] for player, is_held in zip(votes.log.people, held, strict=True) if is_held
    ]
    uses = []
    for option in axis.options:
        count = sum(_chose(pick, option) for pick in said)
        share = count / len(said) if said else 0.0
        chose = np.array([float(_chose(pick, option)) for pick in picks])
        uses.append(
            {
                "option": option,
                "is_key": option in key.accepted,
                "count": count,
                "share": share,
                "choosing_r": _correlation(chose, rest[held]) if held.sum() >= ENOUGH else None,
                "is_idle": len(said) >= ENOUGH and option not in key.accepted and share < 0.05,
            }
        )
    return uses


def _chose(pick: Any, option: str) -> bool:
    return option in pick if isinstance(pick, list) else bool(pick == option)


def _confused(axis: QuizAxis, key: QuizKey, said: Sequence[Any]) -> Json | None:
    if axis.kind not in BY_OPTION or len(key.accepted) > 1:
        return None
    (right,) = key.accepted
    wrong = Counter(pick for pick in said if pick != right)
    if not wrong:
        return None
    pick = max(wrong, key=lambda option: (wrong[option], option))
    return {"key": right, "pick": pick, "count": wrong[pick], "of": len(said)}


def _fallen_for(traps: Sequence[str], axis: QuizAxis, said: Sequence[Any]) -> Json | None:
    counts = [sum(_fell(axis, trap, pick) for pick in said) for trap in traps]
    if not any(counts):
        return None
    place = int(np.argmax(counts))
    return {"pick": traps[place], "count": counts[place]}


def _fell(axis: QuizAxis, trap: str, pick: Any) -> bool:
    match axis.kind:
        case "pair":
            item, option = trap.split(":")
            return bool(pick["pairs"].get(item) == option)
        case "rank" | "sequence":
            first, second = trap.split(">")
            return first in pick and second in pick and pick.index(first) < pick.index(second)
        case "map2d":
            away = {option: np.hypot(pick["x"] - x, pick["y"] - y) for option, (x, y) in axis.places.items()}
            nearest = min(away, key=lambda option: away[option])
            return nearest == trap and bool(away[nearest] <= NEAR)
        case _:
            return _chose(pick, trap)


def _agreement(said: Sequence[Any]) -> float | None:
    if len(said) < 2:
        return None
    _, counts = np.unique([json.dumps(pick, sort_keys=True) for pick in said], return_counts=True)
    return float((counts * (counts - 1)).sum() / (len(said) * (len(said) - 1)))


def card_report(votes: Votes, number: int, asked: Asked) -> Json:
    """One card."""
    columns = [votes.items.index((asked.card, axis)) for axis in asked.axes]
    spoke: Any = votes.said[:, columns].any(axis=1)
    times = [asked.first[player]["thinking_millis"] for player, did in zip(votes.log.people, spoke, strict=True) if did]
    wrong = votes.staked & (votes.right == 0) & (votes.sure == "certain")
    return {
        "number": number,
        "id": asked.card,
        "people": int(spoke.sum()),
        "right_share": mean(votes.right[:, columns]),
        "mean_share": mean(votes.share[:, columns]),
        "is_contested": not votes.clear[columns].any(),
        "discrimination": discrimination(votes, columns),
        "gain": gain(votes, asked, columns),
        "times": _times(times),
        "certain_wrong": int(wrong[:, columns].sum()),
        "axes": [axis_report(votes, asked, axis) for axis in asked.axes],
    }


def _times(times: Sequence[int]) -> Json | None:
    if not times:
        return None
    lower, median, upper = np.percentile(times, [25, 50, 75])
    return {"lower": float(lower), "median": float(median), "upper": float(upper)}


def mean(values: Any) -> float | None:
    """The mean of what is there; None of nothing."""
    return None if np.isnan(values).all() else float(np.nanmean(values))
