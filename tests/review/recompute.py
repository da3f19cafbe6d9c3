"""Every figure of a report, computed anew from a log file: `python -m tests.review.recompute FILE`.

With numpy and scipy, and nothing of the server: recompute_votes.py reads the file, recompute_items.py has cards and
axes, and the points are those that the oracle works out. The definitions are those of the report's docstrings, said
again.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from server.devtools.oracle.log_reader import read_log
from server.devtools.oracle.quiz import BY_OPTION
from server.devtools.oracle.standings import Recomputed
from tests.review.recompute_items import ENOUGH, card_report, mean
from tests.review.recompute_votes import Asked, Json, Votes, read


def confusions(votes: Votes, only_certain: bool = False) -> Sequence[Json]:
    """Pairs of a key and a wrong pick, over all cards with that key, the largest part of its answers first."""
    pairs: Counter[tuple[str, str, str]] = Counter()
    of: Counter[tuple[str, str]] = Counter()
    for asked in votes.log.asked:
        for axis_id in asked.axes:
            axis, key = votes.quiz.axes[axis_id], votes.quiz.cards[asked.card].keys[axis_id]
            if axis.kind not in BY_OPTION or len(key.accepted) > 1:
                continue
            (right,) = key.accepted
            for player in votes.log.people:
                answer = asked.first.get(player)
                if answer is None or axis_id not in answer["picks"]:
                    continue
                pick = answer["picks"][axis_id]
                if only_certain and (answer.get("confidence") != "certain" or pick == right):
                    continue
                of[axis_id, right] += 1
                pairs[axis_id, right, pick] += 1
    told = [
        (count / of[axis, right], count, axis, right, pick)
        for (axis, right, pick), count in pairs.items()
        if pick != right and count >= 3 and count / of[axis, right] >= 0.05
    ]
    told.sort(key=lambda row: (-row[0], -row[1], row[2:]))
    return [
        {"axis": axis, "key": right, "pick": pick, "count": count, "of": of[axis, right]}
        for _, count, axis, right, pick in told
    ]


def calibration(votes: Votes) -> Json:
    """How often each confidence was right, where one answer is."""
    judged = votes.staked[None, :] & ~np.isnan(votes.right)
    steps = []
    for name in ("guess", "fairly_sure", "certain"):
        those = votes.right[judged & (votes.sure == name)]
        steps.append({"answers": those.size, "right_share": float(those.mean()) if those.size >= ENOUGH else None})
    wrong = int((judged & (votes.sure == "certain") & (votes.right == 0)).sum())
    return {"steps": steps, "certain_wrong": wrong, "pair": next(iter(confusions(votes, only_certain=True)), None)}


def students(votes: Votes) -> Sequence[Json]:
    """Everybody who stayed in, in order of arrival. The points are those that the oracle works out from the log."""
    log = votes.log
    entries = [
        {"version": version, "event": {"type": kind, **event}}
        for version, (kind, event) in enumerate(log.events, start=1)
    ]
    facts = read_log(entries)
    assert facts.problems == []
    points = Recomputed(facts, votes.quiz).points_at(len(entries))
    earned = np.array([points.get(player, 0) for player in log.people])
    judged = votes.clear[None, :] & ~np.isnan(votes.right)
    told = []
    for row, player in enumerate(log.people):
        there = [place for place, asked in enumerate(log.asked) if log.joined_at[player] < asked.closed_at]
        rated = judged[row] & votes.staked & (votes.sure[row] != "")
        certain = rated & (votes.sure[row] == "certain")
        wrong = judged[row] & (votes.right[row] == 0)
        numbers = {asked.card: number for number, asked in enumerate(log.asked, start=1)}
        told.append(
            {
                "rank": int((earned > earned[row]).sum()) + 1,
                "points": int(earned[row]),
                "came_in_at": there[0] + 1 if there else 0,
                "cards": len(there),
                "answered": sum(_answered(log.asked[place], player) for place in there),
                "judged": int(judged[row].sum()),
                "right": int(np.nansum(np.where(judged[row], votes.right[row], 0))),
                "rated": int(rated.sum()),
                "certain": int(certain.sum()),
                "certain_wrong": int((certain & wrong).sum()),
                "misses": [
                    {"number": numbers[card], "axis": axis, "confidence": sure or None}
                    for (card, axis), sure, is_wrong in zip(votes.items, votes.sure[row], wrong, strict=True)
                    if is_wrong
                ],
            }
        )
    return told


def _answered(asked: Asked, player: str) -> bool:
    return bool(asked.first.get(player, {}).get("picks") or asked.second.get(player, {}).get("picks"))


def recompute(path: Path) -> Json:
    """The whole report, in its own shape, without texts and moments."""
    votes = Votes(read(path))
    return {
        "people": len(votes.log.people),
        "right_share": mean(np.where(votes.clear[None, :], votes.right, np.nan)),
        "confusions": confusions(votes)[:3],
        "calibration": calibration(votes),
        "cards": [card_report(votes, number, asked) for number, asked in enumerate(votes.log.asked, start=1)],
        "students": students(votes),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(recompute(Path(sys.argv[1])), indent=1) + "\n")
