"""Plays the recorded hour anew: `python -m tests.recorded.make_hour FOLDER` writes its log and standings there.

A real server, 114 simulated students from the start and six more from card 6 on, fourteen cards of several decks that
ask in nine ways, one of them contested, a trial card, talks, certainty, teams, own time, steps back, and two who are
sent away. Takes five minutes. Two runs are not alike: phones answer in real time.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from server.review.sitting import read_sitting
from server.rules.events import Event
from server.rules.ids import RoomId
from server.rules.standings import Standings
from server.store.event_codec import decode_event
from server.store.log_file import write_log_file
from tests.play.people import HOST_COOKIE, Device
from tests.play.server_under_test import PROJECT, TOKEN, ServerUnderTest
from tests.recorded import HOUR, STANDINGS

SHIPPED = PROJECT / "game_content"
DECK = "hour-of-many-ways"
CARDS = {
    "village-square": (
        "baker-broken-oven",
        "workshop-program",
        "saturday-touchline",
        "behind-the-church",
        "fish-stall",
    ),
    "commitment": ("eight-seasons-of-oak", "wedding-and-marriage"),
    "exchange": ("scissors-stay-put", "honey-at-the-market", "herring-and-a-hug", "tear-in-the-wedding-suit"),
    "selling": ("other-bathrooms-tonight",),
    "trust": ("buckets-of-roses",),
    "emotions": ("red-chablis",),
}
"""By deck what is taken of it. The fifth is contested."""
EARLY, LATE = 114, 6
LATE_FROM, REMOVED_AT = "round 6 open", "round 3 done"
"""Lines of the bots at which the late come in, and two are sent away."""


def main(folder: Path) -> None:
    """Plays, and writes the two files into a folder."""
    with tempfile.TemporaryDirectory() as made:
        content = _content(Path(made))
        server = ServerUnderTest(Path(made) / "server", "eventlet", environment={"TREDE_CONTENT_DIR": str(content)})
        server.start()
        try:
            room = _play(server, content)
            events = _log(server, room)
        finally:
            server.stop()
    write_log_file(folder / HOUR, room, events)
    folded = read_sitting(room, events).room
    rows = [[row.rank, folded.seats[row.player].name, row.points] for row in Standings.of(folded).rows]
    written = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / STANDINGS).write_text(f"[\n{written}\n]\n", "utf-8")


def _content(folder: Path) -> Path:
    """A content folder with one deck, its cards copied as they are written."""
    content = folder / "content"
    shutil.copytree(SHIPPED, content, ignore=lambda place, _: ["decks"] if Path(place) == SHIPPED else [])
    (content / "decks").mkdir()
    axes: dict[str, None] = {}
    cards = ""
    for deck, wanted in CARDS.items():
        written = (SHIPPED / "decks" / f"{deck}.yaml").read_text("utf-8")
        found = re.search(r"^axes: \[(.*)\]", written, re.MULTILINE)
        assert found is not None
        axes |= dict.fromkeys(found[1].split(", "))
        by_id = {card.split("\n", 1)[0]: card for card in re.split(r"^  - id: ", written, flags=re.MULTILINE)[1:]}
        cards += "".join(f"  - id: {by_id[card]}" for card in wanted)
    used = [axis for axis in axes if re.search(rf"^      {axis}:", cards, re.MULTILINE)]
    about = "{nl: Kaarten uit zes stapels, en: Cards of six decks}"
    head = f"id: {DECK}\ntitle: {{nl: Een uur op vele wijzen, en: An hour in many ways}}\nabout: {about}\n"
    (content / "decks" / f"{DECK}.yaml").write_text(f"{head}axes: [{', '.join(used)}]\ncards:\n{cards}", "utf-8")
    return content


def _play(server: ServerUnderTest, content: Path) -> RoomId:
    late: list[subprocess.Popen[str]] = []
    room = ""

    def hear(line: str) -> None:
        nonlocal room
        sys.stderr.write(line + "\n")
        if not room and line.startswith("room "):
            room = line.removeprefix("room ")
        elif line == LATE_FROM:
            late.append(_bots(server, content, "--players", str(LATE), "--seed", "2", "--room", room))
        elif line.startswith(REMOVED_AT):
            _send_away(server, room)

    count = str(sum(map(len, CARDS.values())))
    whole_hour: tuple[str, ...] = (
        "--rounds",
        count,
        "--confidence",
        "--talk",
        "--teams",
        "4",
        "--speed-bonus",
        "--extra-time",
        "3",
    )
    whole_hour += ("--trial", "--slips", "--names-off", "--answer-seconds", "8", "--reading-seconds", "0")
    _follow(_bots(server, content, "--players", str(EARLY), "--deck", DECK, *whole_hour), hear)
    for run in late:
        _follow(run, lambda line: None)
    return RoomId(room)


def _bots(server: ServerUnderTest, content: Path, *options: str) -> subprocess.Popen[str]:
    link = f"{server.url}/host?token={TOKEN}"
    command = [sys.executable, "-m", "server.cli", "bots", "--host-link", link, "--content", str(content), *options]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def _follow(run: subprocess.Popen[str], hear: Callable[[str], None]) -> None:
    assert run.stdout is not None
    with run:
        for line in run.stdout:
            hear(line.strip())


def _send_away(server: ServerUnderTest, room: str) -> None:
    """The last two that came in are taken out by the host, from another of the host's devices."""
    console = Device(server, "host", room)
    console.connect()
    rows = console.see("roster", lambda roster: len(roster["rows"]) >= EARLY)["rows"]
    for row in rows[-2:]:
        assert console.insist("remove", player=row["player"])["ok"]
    console.close()


def _log(server: ServerUnderTest, room: RoomId) -> Sequence[Event]:
    events: list[Event] = []
    while True:
        told = server.get(f"/api/rooms/{room}/log?after={len(events)}", Cookie=HOST_COOKIE).json["entries"]
        if not told:
            return events
        events += [_event(entry["event"]) for entry in told]


def _event(told: dict[str, object]) -> Event:
    """An event as the host's door tells it, read by the store's own codec."""
    return decode_event(json.dumps([told.pop("type"), told]).encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
