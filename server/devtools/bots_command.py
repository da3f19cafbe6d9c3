"""`trede bots`: a class of N plays against a running server, and an independent oracle judges the server."""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from server.devtools.bots.class_run import CONTENT, ClassOptions, ClassRun
from server.devtools.bots.door import DoorShut
from server.devtools.bots.report import is_good, summary
from server.devtools.options import between

NOT_GOOD = 1
CANNOT_PLAY = 2
PLAYERS_MOST = 4000
TEAMS_MOST = 12


def main(arguments: Sequence[str], out: TextIO | None = None, progress: TextIO | None = None) -> int:
    """Runs the command; returns 0 when all is well, 1 when something was lost or wrong, 2 when nothing was played.

    With --json exactly one object goes to `out` (standard output) and the lines on the way to `progress` (standard
    error); without it all lines go to `out`.
    """
    out = out or sys.stdout
    chosen = _parser().parse_args(list(arguments))
    lines = (progress or sys.stderr) if chosen.json else out
    run = ClassRun(_options(chosen), lambda line: print(line, file=lines, flush=True))
    try:
        report = asyncio.run(run.play())
    except DoorShut as problem:
        print(f"trede bots: {problem}", file=sys.stderr)
        return CANNOT_PLAY
    except KeyboardInterrupt:
        return CANNOT_PLAY
    print(json.dumps(report, ensure_ascii=False) if chosen.json else summary(report), file=out, flush=True)
    return 0 if is_good(report) else NOT_GOOD


def _options(chosen: argparse.Namespace) -> ClassOptions:
    return ClassOptions(
        host_link=chosen.host_link,
        players=chosen.players,
        rounds=chosen.rounds,
        seed=chosen.seed,
        deck=chosen.deck,
        room=chosen.room,
        reading_seconds=chosen.reading_seconds,
        answer_seconds=chosen.answer_seconds,
        speed_bonus=chosen.speed_bonus,
        asks_confidence=chosen.confidence,
        talks=chosen.talk,
        first_vote_counts=chosen.first_vote_counts,
        teams=chosen.teams,
        extra_time=chosen.extra_time,
        trial=chosen.trial,
        names_off=chosen.names_off,
        hides_standings=chosen.hide_standings,
        slips=chosen.slips,
        is_burst=chosen.burst,
        content=chosen.content,
        record_file=chosen.record,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trede bots",
        description="A class of simulated students plays against a running server; an oracle that uses none of the "
        "server's code then compares what they were told with the room's log and leaderboard.",
        epilog="Exit status: 0 all is well, 1 something was lost, doubled or wrong, 2 nothing could be played.",
    )
    parser.add_argument("--host-link", required=True, help="the lecturer's link, as `trede serve` prints it")
    parser.add_argument("--players", type=between(1, PLAYERS_MOST), default=30, metavar="N", help="default: 30")
    parser.add_argument("--rounds", type=between(1, 200), default=3, metavar="R", help="cards to play; default: 3")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed plays the same; default: 1")
    parser.add_argument("--json", action="store_true", help="print one JSON object; progress goes to standard error")
    parser.add_argument("--room", metavar="PIN|ID", help="come into a room that is open; its own host leads")
    parser.add_argument("--deck", metavar="ID", help="the deck to play; default: the first on the shelf")
    parser.add_argument("--answer-seconds", type=between(5, 1800), default=10, metavar="S", help="default: 10")
    parser.add_argument("--reading-seconds", type=between(0, 120), default=1, metavar="S", help="default: 1")
    parser.add_argument("--speed-bonus", action="store_true", help="play for time as well")
    parser.add_argument("--confidence", action="store_true", help="ask how sure everybody is")
    parser.add_argument("--talk", action="store_true", help="let every other card be talked about and asked again")
    parser.add_argument("--first-vote-counts", action="store_true", help="the vote before the talk earns the points")
    parser.add_argument("--teams", type=between(0, TEAMS_MOST), default=0, metavar="N", help="2 or more; default: none")
    parser.add_argument(
        "--extra-time", type=between(0, PLAYERS_MOST), default=0, metavar="N", help="so many students get more time"
    )
    parser.add_argument("--trial", action="store_true", help="begin with the card that teaches how to answer")
    parser.add_argument("--names-off", action="store_true", help="nobody chooses a name of his own")
    parser.add_argument("--hide-standings", action="store_true", help="show the class no leaderboard")
    parser.add_argument("--slips", action="store_true", help="the lecturer takes steps back")
    parser.add_argument("--burst", action="store_true", help="everybody answers within 200 ms")
    parser.add_argument("--record", type=Path, metavar="FILE", help="keep what was judged, as JSON")
    parser.add_argument("--content", type=Path, default=CONTENT, metavar="DIR", help="the decks as they were written")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
