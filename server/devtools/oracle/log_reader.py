"""Reads a room's exported log, event by event, into the facts that are judged.

A step of the host may be taken back, once: the room is then where it was before it, with all that people did since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.devtools.oracle.people import OF_PEOPLE
from server.devtools.oracle.room_facts import LoggedAnswer, RoomFacts
from server.devtools.oracle.rounds import AskedCard, Event, Grouping, RoundSettings

BOARD_WRITERS = frozenset({"CardRevealed", "AnswersGrouped", "PlayerRemoved", "PlayerLetBack", "StepUndone"})
"""With these events the stored leaderboard is written anew."""

PHASE_AFTER = {
    "RoomOpened": "lobby",
    "CardShown": "reading",
    "RoundOpened": "answering",
    "RoundClosed": "closed",
    "TalkStarted": "talk",
    "CardRevealed": "reveal",
    "AxisShown": "reveal",
    "EarlierShown": "reveal",
    "LeaderboardShown": "leaderboard",
    "PodiumShown": "podium",
    "RoomEnded": "ended",
}
STEPS = PHASE_AFTER.keys() - {"RoomOpened", "RoomEnded"} | {"CardSkipped"}
"""What can be taken back; the events of one command are one step."""


def read_log(entries: Iterable[Mapping[str, object]]) -> RoomFacts:
    """The facts of an exported log. What cannot be read goes to `problems`."""
    reader = _LogReader()
    for entry in entries:
        reader.read(entry)
    return reader.facts


@dataclass(frozen=True, slots=True)
class _Before:
    """The room before a step."""

    rounds: list[AskedCard]
    phase: str


class _LogReader:
    def __init__(self) -> None:
        self.facts = RoomFacts()
        self._count = 0
        self._last_step: str | None = None
        self._before: _Before | None = None

    def read(self, entry: Mapping[str, object]) -> None:
        """Takes in the next entry of the log."""
        version, event = entry["version"], entry["event"]
        assert isinstance(version, int)
        assert isinstance(event, Mapping)
        self._count += 1
        if version != self._count:
            self.facts.problems.append(f"version {version} stands in place {self._count}")
        self.facts.by_command[event["command_id"]].append((version, event))
        try:
            self._take(version, event)
        except (LookupError, TypeError) as unreadable:
            self.facts.problems.append(f"version {version}, {event.get('type')}: {unreadable!r}")

    @property
    def _asked(self) -> AskedCard:
        return self.facts.rounds[-1]

    def _take(self, version: int, event: Event) -> None:
        facts, kind = self.facts, event["type"]
        if kind in STEPS and event["command_id"] != self._last_step:
            self._remember(event["command_id"])
        if kind in BOARD_WRITERS:
            facts.boards_written.append(version)
        if kind == "PlayersForgotten":
            facts.people.forget(version, event["players"])
        elif kind in OF_PEOPLE:
            facts.people.take(version, event)
        else:
            self._take_step(version, event)
        if kind in PHASE_AFTER:
            facts.phases.append((version, PHASE_AFTER[kind]))

    def _take_step(self, version: int, event: Event) -> None:
        facts = self.facts
        match event["type"]:
            case "RoomOpened":
                self._open(version, event)
            case "SettingsChanged":
                facts.settings.append((version, facts.settings[-1][1].changed(event["settings"])))
            case "CardShown":
                card = event["card"]
                asked = AskedCard(card, tuple(event["axes"]), facts.settings[-1][1], card == facts.trial)
                facts.rounds.append(asked)
            case "AnswerGiven":
                self._take_answer(version, event)
            case "StepUndone":
                self._undo(version, event)
            case "EarlierShown":
                if not facts.is_key_known(event["card"], version):
                    raise LookupError(f"{event['card']} is shown again and was not revealed")
            case _ if "card" in event:
                self._take_moment(version, event)

    def _open(self, version: int, event: Event) -> None:
        settings, trial = event["settings"], event.get("deck", {}).get("trial")
        self.facts.settings = [(version, RoundSettings().changed(settings))]
        self.facts.teams = tuple(settings.get("teams", ()))
        self.facts.people.team_count = len(self.facts.teams)
        self.facts.trial = trial["card"]["id"] if trial else None

    def _take_moment(self, version: int, event: Event) -> None:
        """Something happens to the newest round."""
        asked = self._asked
        if event["card"] != asked.card:
            raise LookupError(f"{event['card']} while {asked.card} is asked")
        match event["type"]:
            case "RoundOpened":
                asked.open_vote(event)
            case "RoundExtended":
                asked.closes_at = event["closes_at"]
            case "RoundClosed":
                asked.closed_at = event["at"]
            case "TalkStarted":
                asked.start_talk(tuple(event["axes"]))
            case "CardRevealed":
                self.facts.known_keys[asked.card].append((version, None))
                self._work_out(version)
            case "AnswersGrouped":
                asked.marks[event["axis"]] = _grouping(event)
                if asked.scoring is not None:
                    self._work_out(version)

    def _work_out(self, version: int) -> None:
        self._asked.work_out(version, self.facts.people.allowances)
        self._note_standings(version)

    def _note_standings(self, version: int) -> None:
        scorings = tuple(asked.scoring for asked in self.facts.rounds if asked.scoring is not None)
        self.facts.standings.append((version, scorings))

    def _take_answer(self, version: int, event: Event) -> None:
        facts, player = self.facts, event["player"]
        asked = facts.rounds[-1] if facts.rounds else AskedCard("", ())
        is_in_round = (
            event["card"] == asked.card
            and asked.opened_at is not None
            and facts.phases[-1][1] in {"answering", "closed"}
            and facts.people.knows(player)
            and set(event["picks"]) <= set(asked.open_axes)
        )
        ends_at = asked.ends_at(facts.people.allowances.get(player, "usual"))
        asks = asked.settings.asks_confidence
        facts.answers.append(LoggedAnswer(version, event, asked.vote, asks, asked.opened_at, ends_at, is_in_round))
        if is_in_round:
            asked.say(event)

    def _remember(self, command_id: str) -> None:
        """Only the newest round is still changing; the others can be kept as they are."""
        rounds = self.facts.rounds
        self._last_step = command_id
        self._before = _Before([*rounds[:-1], *(asked.copy() for asked in rounds[-1:])], self.facts.phases[-1][1])

    def _undo(self, version: int, event: Event) -> None:
        before, facts = self._before, self.facts
        if before is None:
            raise LookupError("there is no step to take back")
        self._before = self._last_step = None
        back = before.rounds[-1] if before.rounds else None
        self._look_for_lost(version, back)
        if back is not None:
            self._keep_what_people_did(back)
            if before.phase == "answering" and event["until"] is not None:
                back.closes_at = event["until"]
        revealed = {asked.card for asked in before.rounds if asked.scoring is not None}
        for card, spans in facts.known_keys.items():
            if spans[-1][1] is None and card not in revealed:
                spans[-1] = (spans[-1][0], version)
        facts.rounds = before.rounds
        facts.phases.append((version, before.phase))
        self._note_standings(version)

    def _look_for_lost(self, version: int, back: AskedCard | None) -> None:
        """An undo may take back no vote in which somebody has answered."""
        if not self.facts.rounds:
            return
        now = self._asked
        vote_back = back.vote if back is not None and back.card == now.card and back.opened_at is not None else 0
        lost = [player for player, said in now.said.items() if said.vote > vote_back]
        if lost and now.opened_at is not None:
            self.facts.undone.append(f"version {version}, {now.card}: {', '.join(sorted(lost))}")

    def _keep_what_people_did(self, back: AskedCard) -> None:
        """Answers and marks since the step stay; points do only where the card stays revealed."""
        now = next((asked for asked in self.facts.rounds if asked.card == back.card), None)
        if now is None or now.vote != back.vote:
            return
        back.said, back.marks = now.said, now.marks
        if back.scoring is not None:
            back.scoring = now.scoring


def _grouping(event: Event) -> Grouping:
    placed = [player for group in event["groups"] for player in group["players"]]
    if len(placed) != len(set(placed)):
        raise LookupError("somebody stands in two groups")
    marked = [group for group in event["groups"] if group["share"] is not None]
    return Grouping(event["axis"], {player: float(group["share"]) for group in marked for player in group["players"]})
