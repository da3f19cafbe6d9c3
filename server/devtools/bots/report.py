"""What a class run comes to: one object for machines, a few lines for people."""

from collections.abc import Mapping, Sequence
from typing import Any

from server.devtools.bots.notes import Notes
from server.devtools.oracle import FaultKind, Verdict

FAULTS_SHOWN = 20
OWN_FIGURE = frozenset(
    {
        FaultKind.ANSWER_LOST,
        FaultKind.ANSWER_DOUBLED,
        FaultKind.LEADERBOARD_WRONG,
        FaultKind.KEY_EARLY,
        FaultKind.VERSION_FELL,
    }
)
"""Faults that a report counts under their own name; all others count as errors."""


def make_report(facts: Mapping[str, Any], notes: Notes, verdict: Verdict) -> dict[str, Any]:
    """The report as JSON. `facts` come first: room, players, rounds, ..."""
    errors = sum(notes.errors.values()) + sum(fault.kind not in OWN_FIGURE for fault in verdict.faults)
    return {
        **facts,
        "acknowledged": verdict.acknowledged,
        "in_log": verdict.in_log,
        "lost": verdict.count(FaultKind.ANSWER_LOST),
        "doubled": verdict.count(FaultKind.ANSWER_DOUBLED),
        "refused": verdict.refused,
        "errors": errors,
        "leaderboard_matches": verdict.leaderboard_matches,
        "early_keys": verdict.count(FaultKind.KEY_EARLY),
        "versions_fell": verdict.count(FaultKind.VERSION_FELL),
        "reconnects": notes.reconnects,
        "repeats": notes.repeats,
        "ack_ms": percentiles(notes.round_trips),
        "settled_ms": percentiles(notes.settled),
        "refusals": dict(notes.refusals),
        "retries": dict(notes.retries),
        "error_kinds": {**notes.errors, **verdict.tally()},
        "faults": [f"{fault.kind.name}: {fault.about}" for fault in verdict.faults[:FAULTS_SHOWN]],
    }


def is_good(report: Mapping[str, Any]) -> bool:
    """Whether nothing was lost, doubled, told early or wrong, and everybody who came got in."""
    bad = ("lost", "doubled", "errors", "early_keys", "versions_fell")
    return bool(
        not any(report[name] for name in bad)
        and report["leaderboard_matches"]
        and report["joined"] == report["players"]
    )


def summary(report: Mapping[str, Any]) -> str:
    """The report for a person."""
    ack = report["ack_ms"]
    lines = [
        f"room {report['room']}: {report['joined']} of {report['players']} students, {report['rounds']} rounds, "
        f"{report['seconds']} s",
        f"answers: {report['acknowledged']} acknowledged, {report['in_log']} of them in the log, "
        f"{report['lost']} lost, {report['doubled']} doubled, {report['refused']} refused",
        f"acknowledged within {ack['p50']} ms (half), {ack['p99']} ms (99 of 100), {ack['max']} ms (all); "
        f"{report['reconnects']} lines came back, {report['repeats']} commands were sent again",
        f"leaderboard {'as recomputed' if report['leaderboard_matches'] else 'WRONG'}; {report['errors']} errors, "
        f"{report['early_keys']} keys told early, {report['versions_fell']} versions fell",
    ]
    lines += [f"  refused, {name}: {count}" for name, count in report["refusals"].items()]
    lines += [f"  error, {name}: {count}" for name, count in report["error_kinds"].items()]
    lines += [f"  {fault}" for fault in report["faults"]]
    lines.append("good" if is_good(report) else "NOT GOOD")
    return "\n".join(lines)


def percentiles(millis: Sequence[float]) -> dict[str, float]:
    """Half, 99 of 100 and all are at most this, in milliseconds; 0 where nothing was measured."""
    ordered = sorted(millis) or [0.0]

    def at(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)

    return {"p50": at(0.5), "p99": at(0.99), "max": at(1.0)}
