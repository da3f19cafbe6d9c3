"""Everything a client may say, one type per message, with the order that it becomes. Who asks is never in a message."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import Field, StringConstraints

from server.rooms.ports import KeyRole
from server.rules import commands as c
from server.rules.cards import Deck, Point, Trial
from server.rules.ids import AxisId, CardId, OptionId, PlayerId
from server.rules.picks import OPEN_LONGEST, Confidence, Pairs, Pick, Words
from server.rules.refusals import Refusal, RefusalCode
from server.rules.settings import (
    BLOCKED_WORDS_MOST,
    TEAM_NAME_LONGEST,
    TEAMS_MOST,
    CountingVote,
    LeaderboardMode,
    RoomSettings,
    ScoreMode,
)
from server.wire.host_messages import HOST_COMMANDS, BlockedWords
from server.wire.message_base import (
    AXES_MOST,
    OPTIONS_MOST,
    AnswerSeconds,
    Axes,
    Cards,
    ClientCommandId,
    ClientMessage,
    CourseName,
    ReadingSeconds,
    ShareBound,
    ShortText,
    TalkSeconds,
)

SHOWN_MILLIS_MOST = 86_400_000

AGAIN = "again"
"""The event by which any connection asks for its first views anew. It changes nothing, and has no id."""

__all__ = [
    "AGAIN",
    "AXES_MOST",
    "HOST_COMMANDS",
    "PLAYER_COMMANDS",
    "AgainMessage",
    "ClientMessage",
    "LeadMessage",
    "MakeCourseMessage",
    "MakeKeyMessage",
    "OpenRoomMessage",
    "SignInMessage",
    "WarmUpMessage",
]


class AgainMessage(ClientMessage):
    """Says that this connection met a sheet that it does not have."""


class PlayerMessage(ClientMessage, ABC):
    """What a player sends. The client gives each command its id and keeps it over repeats."""

    command_id: ClientCommandId

    @abstractmethod
    def to_command(self, player: PlayerId) -> c.PlayerCommand:
        """The order, with who gives it."""


class PointMessage(ClientMessage):
    """A place on a plane: 0 to 1 from the left and from the bottom."""

    x: Annotated[float, Field(ge=0, le=1)]
    y: Annotated[float, Field(ge=0, le=1)]


class PairsMessage(ClientMessage):
    """Items of the story, each with the option that it goes with."""

    pairs: Annotated[Mapping[Annotated[str, ShortText], Annotated[OptionId, ShortText]], Field(max_length=OPTIONS_MOST)]


class WordsMessage(ClientMessage):
    """An answer in words of one's own."""

    text: Annotated[str, StringConstraints(max_length=OPEN_LONGEST)]


PickMessage = (
    Annotated[OptionId, ShortText]
    | Annotated[tuple[Annotated[OptionId, ShortText], ...], Field(strict=False, max_length=OPTIONS_MOST)]
    | PointMessage
    | PairsMessage
    | WordsMessage
)
"""What is said on one axis; its shape goes by the axis's kind."""


def pick_of(said: PickMessage) -> Pick:
    """What is said on one axis, as the rules have it."""
    if isinstance(said, str):  # nearly all are
        return said
    match said:
        case PointMessage():
            return Point(said.x, said.y)
        case PairsMessage():
            return Pairs(dict(said.pairs))
        case WordsMessage():
            return Words(said.text)
        case _:
            return said


class JoinMessage(PlayerMessage):
    """Takes a seat under a name. Repeated by a device that has a seat, it is answered as the first time.

    `course_token`: 32 hex characters that this device keeps for PinView.course; by it the season knows the device again
    under any name.
    """

    name: str
    course_token: Annotated[str, ShortText] | None = None

    def to_command(self, player: PlayerId) -> c.JoinRoom:
        """The order, with who gives it."""
        return c.JoinRoom(self.command_id, player, self.name)


class AnswerMessage(PlayerMessage):
    """All a player says on the open card; the newest whole answer counts until the round closes.

    `shown_millis` is how long this device's own screen has shown the open card; `vote` is RoundView.vote. In a second
    vote `picks` are of RoundView.open_axes. `confidence` counts where RoundView.asks_confidence.
    """

    card: Annotated[CardId, ShortText]
    picks: Annotated[Mapping[AxisId, PickMessage], Field(max_length=AXES_MOST)]
    shown_millis: Annotated[int, Field(ge=0, le=SHOWN_MILLIS_MOST)]
    vote: Annotated[int, Field(ge=1, le=2)] = 1
    confidence: Annotated[Confidence, Field(strict=False)] | None = None

    def to_command(self, player: PlayerId) -> c.GiveAnswer:
        """The order, with who gives it."""
        return c.GiveAnswer(
            self.command_id,
            player,
            self.card,
            {axis: pick_of(said) for axis, said in self.picks.items()},
            self.shown_millis,
            self.vote,
            self.confidence,
        )


TeamNames = Annotated[
    tuple[Annotated[str, StringConstraints(max_length=TEAM_NAME_LONGEST)], ...],
    Field(strict=False, max_length=TEAMS_MOST),
]


class OpenRoomMessage(ClientMessage):
    """Opens a room on a deck; what is left away is the default. `answer_seconds` null: no limit.

    `cards` are played in this order; left away: all of the deck, in its own. `teams`: their names; `names_off`: players
    take a name on offer; `trial`: a card that teaches how to answer comes first; `course`: the season that it counts
    to; `forgets_names`: no name outlives the end of the room. The rest is in RoomSettings.
    """

    command_id: ClientCommandId
    deck: Annotated[str, ShortText]
    cards: Cards | None = None
    axes: Axes | None = None
    reading_seconds: ReadingSeconds = 10
    answer_seconds: AnswerSeconds | None = 60
    speed_bonus: bool = False
    asks_confidence: bool = False
    closes_when_all_answered: bool = False
    counting_vote: Annotated[CountingVote, Field(strict=False)] = CountingVote.SECOND
    leaderboard: Annotated[LeaderboardMode, Field(strict=False)] = LeaderboardMode.FULL
    talk_seconds: TalkSeconds | None = 180
    talk_from: ShareBound = 0.35
    talk_to: ShareBound = 0.70
    blocked_words: BlockedWords = ()
    scoring: Annotated[ScoreMode, Field(strict=False)] = ScoreMode.SOLO
    teams: TeamNames = ()
    names_off: bool = False
    trial: bool = False
    course: CourseName | None = None
    forgets_names: bool = False
    approves_entry: bool = False

    def to_deck(self, deck: Deck, trial: Trial | None) -> Deck:
        """The deck with the chosen cards. Raises Refusal BAD_PICK for none, one that it lacks, or one twice."""
        whole = replace(deck, trial=trial) if self.trial else deck
        if self.cards is None:
            return whole
        if not self.cards or len(set(self.cards)) != len(self.cards):
            raise Refusal(RefusalCode.BAD_PICK)
        try:
            return whole.with_cards(self.cards)
        except KeyError:
            raise Refusal(RefusalCode.BAD_PICK) from None

    def to_settings(self, deck: Deck, offered_names: tuple[str, ...], blocked_words: tuple[str, ...]) -> RoomSettings:
        """The room's settings; the axes in the order of the deck. `blocked_words` are those of the house.

        Raises Refusal BAD_PICK for an axis that the deck lacks, and for teams that are not there, or are not wanted.
        """
        deck_axes = tuple(axis.id for axis in deck.axes)
        wanted = deck_axes if self.axes is None else self.axes
        axes = tuple(axis for axis in deck_axes if axis in wanted)
        teams = tuple(name.strip() for name in self.teams)
        are_teams = len(teams) > 1 and all(teams) and len(set(teams)) == len(teams)
        if not axes or len(axes) != len(set(wanted)) or self.talk_from > self.talk_to:
            raise Refusal(RefusalCode.BAD_PICK)
        if not are_teams if self.scoring is ScoreMode.TEAMS else teams:
            raise Refusal(RefusalCode.BAD_PICK)
        return RoomSettings(
            axes=axes,
            reading_seconds=self.reading_seconds,
            answer_seconds=self.answer_seconds,
            speed_bonus=self.speed_bonus,
            asks_confidence=self.asks_confidence,
            closes_when_all_answered=self.closes_when_all_answered,
            counting_vote=self.counting_vote,
            leaderboard=self.leaderboard,
            talk_seconds=self.talk_seconds,
            talk_from=self.talk_from,
            talk_to=self.talk_to,
            blocked_words=tuple(dict.fromkeys((*blocked_words, *self.blocked_words)))[:BLOCKED_WORDS_MOST],
            scoring=self.scoring,
            teams=teams,
            offered_names=offered_names if self.names_off else (),
            has_trial=self.trial and deck.trial is not None,
            forgets_names=self.forgets_names,
            approves_entry=self.approves_entry,
        )


class MakeCourseMessage(ClientMessage):
    """Makes a course. A repeat of the same command makes no second one."""

    command_id: ClientCommandId
    title: Annotated[str, ShortText]


class WarmUpMessage(ClientMessage):
    """Opens a room with the warm-up that a sitting asks for."""

    command_id: ClientCommandId


class SignInMessage(ClientMessage):
    """Signs the host in with the token of the host link."""

    token: Annotated[str, ShortText]


class MakeKeyMessage(ClientMessage):
    """Makes a key by which another device may lead a room."""

    role: Annotated[KeyRole, Field(strict=False)]


class LeadMessage(ClientMessage):
    """Changes the secret of a key, as its link carries it, for a cookie."""

    secret: Annotated[str, ShortText]


class TeamMessage(PlayerMessage):
    """Walks over to another team, by its place in RoomView.team_names, from 0; between cards only."""

    team: int

    def to_command(self, player: PlayerId) -> c.ChooseTeam:
        """The order, with who gives it."""
        return c.ChooseTeam(self.command_id, player, self.team)


PLAYER_COMMANDS: Mapping[str, type[PlayerMessage]] = {
    "join": JoinMessage,
    "answer": AnswerMessage,
    "team": TeamMessage,
}
