"""Holds the class's own record against the room's log and leaderboard."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from server.devtools.oracle.log_reader import read_log
from server.devtools.oracle.marks import GRACE_MILLIS, fair_millis
from server.devtools.oracle.quiz import Quiz
from server.devtools.oracle.record import Fate, Record, SentCommand
from server.devtools.oracle.room_facts import VOTES_ARE_OPEN, LoggedAnswer, RoomFacts
from server.devtools.oracle.rooms_seen import room_differences
from server.devtools.oracle.rounds import Event
from server.devtools.oracle.standings import Recomputed
from server.devtools.oracle.verdict import Fault, FaultKind, Verdict

MAY_CHANGE_NOTHING = frozenset(
    {"team", "put_in_team", "extra_time", "rename", "lock", "remove", "remove_since", "let_back", "board"}
    | {"let_all_back", "approve_entry", "let_in", "let_in_until", "turn_away", "turn_away_since"}
)
"""Commands that ask for how things should be; where they are so already, nothing happens."""

OF_MANY = frozenset({"remove_since", "let_all_back", "let_in_until", "turn_away_since"})
"""Commands that may cause the same for many."""


def judge(record: Record, quiz: Quiz, board: Iterable[Mapping[str, Any]]) -> Verdict:
    """What is true of a played room. `board` is the leaderboard as the server's store has it in the end."""
    facts = read_log(record.log)
    recomputed = Recomputed(facts, quiz)
    answers = [command for command in record.commands if command.event == "answer"]
    faults = [Fault(FaultKind.LOG_BROKEN, problem) for problem in facts.problems]
    for command in record.commands:
        faults += _command_faults(command, facts)
    sent = {command.command_id: command for command in answers}
    for logged in facts.answers:
        faults += _placement_faults(logged, sent.get(logged.event["command_id"]))
    faults += _inventions(record, facts)
    faults += _swaps(answers, facts)
    faults += _doubled_seats(facts)
    faults += _standing_faults(record, recomputed, facts, board)
    faults += _early_keys(record, facts)
    faults += _early_votes(record, facts)
    faults += [Fault(FaultKind.ANSWER_UNDONE, lost) for lost in facts.undone]
    faults += [Fault(FaultKind.TEAM_WRONG, misplaced) for misplaced in facts.people.misplaced]
    faults += [Fault(FaultKind.VERSION_FELL, fall) for fall in record.versions_fell]
    faults += [Fault(FaultKind.CAME_BACK_OLDER, older) for older in record.came_back_older]
    faults += [Fault(FaultKind.ANSWERED_LATE, message) for message in record.unanswered]
    faults += [Fault(FaultKind.OTHER_ROOM_HEARD, heard) for heard in record.strangers_heard]
    faults += [Fault(FaultKind.ROOM_DIFFERS, difference) for difference in room_differences(record)]
    acknowledged = [command for command in answers if command.fate is Fate.ACKNOWLEDGED]
    return Verdict(
        acknowledged=len(acknowledged),
        in_log=sum(command.command_id in facts.by_command for command in acknowledged),
        refused=sum(command.fate is Fate.REFUSED for command in answers),
        faults=faults,
    )


def _command_faults(command: SentCommand, facts: RoomFacts) -> Iterator[Fault]:
    found = facts.by_command.get(command.command_id, [])
    about = f"{command.event} {command.command_id} of {command.player or 'the host'}"
    if command.fate is Fate.REFUSED and found:
        yield Fault(FaultKind.REFUSED_BUT_KEPT, f"{about}, refused with {command.code}")
    if command.fate is Fate.ACKNOWLEDGED and found and (command.version or 0) < found[0][0]:
        yield Fault(FaultKind.ACK_TOO_EARLY, f"{about}: version {command.version} for {found[0][0]}")
    if command.event == "answer":
        yield from _answer_faults(command, found, about)
    elif command.event == "join":
        if command.fate is Fate.ACKNOWLEDGED and not facts.people.knows(command.player):
            yield Fault(FaultKind.SEAT_LOST, about)
    elif command.fate is Fate.ACKNOWLEDGED and not found:
        if command.event not in MAY_CHANGE_NOTHING:
            yield Fault(FaultKind.STEP_LOST, about)
    elif command.event not in OF_MANY and _is_doubled(found):
        yield Fault(FaultKind.STEP_DOUBLED, about)
    elif command.event == "group":
        parts = ("card", "axis", "groups")
        if any(event.get(part) != command.body[part] for _, event in found for part in parts):
            yield Fault(FaultKind.GROUPS_ALTERED, about)


def _is_doubled(found: list[tuple[int, Event]]) -> bool:
    return any(times > 1 for times in Counter(event["type"] for _, event in found).values())


def _answer_faults(command: SentCommand, found: list[tuple[int, Event]], about: str) -> Iterator[Fault]:
    if not found:
        if command.fate is Fate.ACKNOWLEDGED:
            yield Fault(FaultKind.ANSWER_LOST, about)
        return
    if len(found) > 1:
        yield Fault(FaultKind.ANSWER_DOUBLED, f"{about}: versions {[version for version, _ in found]}")
    for version, event in found:
        sent = (command.player, command.body["card"], command.body["picks"])
        kept = (event.get("player"), event.get("card"), event.get("picks"))
        if sent != kept:
            yield Fault(FaultKind.ANSWER_ALTERED, f"{about}, version {version}: {kept} for {sent}")


def _placement_faults(logged: LoggedAnswer, command: SentCommand | None) -> Iterator[Fault]:
    event = logged.event
    about = f"version {logged.version}, {event['player']} on {event['card']}"
    if not logged.is_in_round:
        yield Fault(FaultKind.ANSWER_MISPLACED, about)
    elif command is not None and command.body.get("vote", 1) != logged.vote:
        yield Fault(FaultKind.ANSWER_MISPLACED, f"{about}: for vote {command.body.get('vote', 1)}, in {logged.vote}")
    elif logged.ends_at is not None and event["at"] > logged.ends_at + GRACE_MILLIS:
        yield Fault(FaultKind.ANSWER_MISPLACED, f"{about}: {event['at'] - logged.ends_at} ms after the end")
    if command is not None:
        sure = command.body.get("confidence") if logged.asks_confidence else None
        if event.get("confidence") != sure:
            yield Fault(FaultKind.ANSWER_ALTERED, f"{about}: {event.get('confidence')} for {sure}")


def _inventions(record: Record, facts: RoomFacts) -> Iterator[Fault]:
    """Answers that nobody gave, and thinking times that do not follow from what the phone said."""
    sent = {command.command_id: command for command in record.commands}
    ours = set(record.players)
    for logged in facts.answers:
        event = logged.event
        if event["player"] not in ours:
            continue  # a person who plays along; their own phone knows what they said
        command = sent.get(event["command_id"])
        if command is None:
            yield Fault(FaultKind.ANSWER_INVENTED, f"version {logged.version}, {event['player']}")
        elif logged.opened_at is not None and command.event == "answer":
            fair = fair_millis(command.body["shown_millis"], event["at"] - logged.opened_at)
            if event["thinking_millis"] != fair:
                about = f"version {logged.version}, {event['player']}: {event['thinking_millis']} ms for {fair}"
                yield Fault(FaultKind.TIME_UNFAIR, about)


def _swaps(answers: Iterable[SentCommand], facts: RoomFacts) -> Iterator[Fault]:
    """The newest answer counts, so a player's answers must be kept in the order in which they were given."""
    newest: dict[str | None, int] = defaultdict(int)
    for command in answers:
        for version, _ in facts.by_command.get(command.command_id, [])[:1]:
            if version < newest[command.player]:
                yield Fault(FaultKind.ANSWERS_SWAPPED, f"version {version}, {command.player}")
            newest[command.player] = max(version, newest[command.player])


def _doubled_seats(facts: RoomFacts) -> Iterator[Fault]:
    for player, versions in facts.people.seats_taken.items():
        if len(versions) > 1:
            yield Fault(FaultKind.SEAT_DOUBLED, f"{player}: versions {versions}")


def _standing_faults(
    record: Record, recomputed: Recomputed, facts: RoomFacts, board: Iterable[Mapping[str, Any]]
) -> Iterator[Fault]:
    for fault in recomputed.board_faults(board, len(record.log)):
        yield Fault(FaultKind.LEADERBOARD_WRONG, f"in the end: {fault}")
    for seen in record.boards_seen:
        for fault in recomputed.board_faults(seen.rows, seen.version):
            yield Fault(FaultKind.LEADERBOARD_WRONG, f"at version {seen.version}: {fault}")
    for teams in record.teams_seen:
        for fault in recomputed.team_faults(teams.rows, teams.version):
            yield Fault(FaultKind.TEAM_WRONG, f"at version {teams.version}: {fault}")
    for shown in record.points_seen:
        points, rank = recomputed.seat_at(shown.player, shown.version)
        if (shown.points, shown.rank) != (points, rank):
            told = f"{shown.points} and rank {shown.rank} for {points} and rank {rank}"
            yield Fault(FaultKind.PHONE_WRONG, f"{shown.player} at version {shown.version}: {told}")


def _early_keys(record: Record, facts: RoomFacts) -> Iterator[Fault]:
    for sighting in record.sightings:
        if not facts.is_key_known(sighting.card, sighting.version):
            spans = facts.known_keys.get(sighting.card, [])
            about = f"{sighting.event} at version {sighting.version}: {sighting.card}, known at {spans}"
            yield Fault(FaultKind.KEY_EARLY, about)


def _early_votes(record: Record, facts: RoomFacts) -> Iterator[Fault]:
    """While a vote, a talk or the wait for the reveal goes on, nothing of the votes leaves the host's console."""
    for seen in record.votes_seen:
        phase = facts.phase_at(seen.version)
        if phase in VOTES_ARE_OPEN:
            yield Fault(FaultKind.VOTES_EARLY, f"{seen.event} at version {seen.version}, while {phase}")
