"""Everything the host may say, one type per message, with the order that it becomes."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Annotated

from pydantic import Field, StringConstraints

from server.rules import commands as c
from server.rules.allowances import Allowance
from server.rules.boards import BoardKind
from server.rules.ids import AxisId, CardId, PlayerId, ServerMillis
from server.rules.picks import AnswerGroup
from server.rules.settings import (
    BLOCKED_WORDS_MOST,
    ChangeableSettings,
    CountingVote,
    LeaderboardMode,
)
from server.wire.door_messages import DOOR_COMMANDS
from server.wire.message_base import (
    AnswerSeconds,
    Axes,
    Cards,
    ClientMessage,
    HostMessage,
    ReadingSeconds,
    ShareBound,
    ShortText,
    TalkSeconds,
)

GROUPS_MOST = 40

BlockedWords = Annotated[
    tuple[Annotated[str, StringConstraints(max_length=40)], ...],
    Field(strict=False, max_length=BLOCKED_WORDS_MOST),
]


class StepMessage(HostMessage):
    """The host's one key. `step` is the id of HostView.next_step, so that a double press is one."""

    step: Annotated[str, ShortText]

    def to_command(self) -> c.TakeStep:
        """The order."""
        return c.TakeStep(self.command_id, self.step)


class BackMessage(HostMessage):
    """Back to the picture before this one. `step` is the id of HostView.back_step."""

    step: Annotated[str, ShortText]

    def to_command(self) -> c.GoBack:
        """The order."""
        return c.GoBack(self.command_id, self.step)


class ExtendMessage(HostMessage):
    """Gives the open round of this card more time."""

    card: Annotated[CardId, ShortText]
    seconds: int

    def to_command(self) -> c.ExtendRound:
        """The order."""
        return c.ExtendRound(self.command_id, self.card, self.seconds)


class ChooseAxesMessage(HostMessage):
    """The next cards are asked on these axes of the deck."""

    axes: Axes

    def to_command(self) -> c.ChooseAxes:
        """The order."""
        return c.ChooseAxes(self.command_id, self.axes)


class LockMessage(HostMessage):
    """Shuts the door for new players, or opens it."""

    locked: bool

    def to_command(self) -> c.LockRoom:
        """The order."""
        return c.LockRoom(self.command_id, self.locked)


class RemoveMessage(HostMessage):
    """Takes a player out of the room."""

    player: Annotated[PlayerId, ShortText]

    def to_command(self) -> c.RemovePlayer:
        """The order."""
        return c.RemovePlayer(self.command_id, self.player)


class LetBackMessage(HostMessage):
    """Undoes a removal."""

    player: Annotated[PlayerId, ShortText]

    def to_command(self) -> c.LetPlayerBack:
        """The order."""
        return c.LetPlayerBack(self.command_id, self.player)


class GroupMessage(ClientMessage):
    """Open answers that belong together. `share` (0 to 1) is what they earn; left away or null: not marked yet."""

    title: Annotated[str, ShortText]
    players: Annotated[tuple[Annotated[PlayerId, ShortText], ...], Field(strict=False)]
    quotes: Annotated[tuple[Annotated[str, ShortText], ...], Field(strict=False, max_length=4)] = ()
    share: Annotated[float, Field(ge=0, le=1)] | None = None


class GroupAnswersMessage(HostMessage):
    """Puts the open answers of an axis into groups, with marks or without; replaces all earlier groups."""

    card: Annotated[CardId, ShortText]
    axis: Annotated[AxisId, ShortText]
    groups: Annotated[tuple[GroupMessage, ...], Field(strict=False, max_length=GROUPS_MOST)]

    def to_command(self) -> c.GroupAnswers:
        """The order."""
        groups = tuple(AnswerGroup(group.title, group.players, group.quotes, group.share) for group in self.groups)
        return c.GroupAnswers(self.command_id, self.card, self.axis, groups)


class PodiumMessage(HostMessage):
    """Leaves the cards that are still to come out: the podium is next. Between a reveal and the next card."""

    def to_command(self) -> c.GoToPodium:
        """The order."""
        return c.GoToPodium(self.command_id)


class EndMessage(HostMessage):
    """Ends the sitting, from any phase."""

    def to_command(self) -> c.EndRoom:
        """The order."""
        return c.EndRoom(self.command_id)


class UndoMessage(HostMessage):
    """Takes the last step back. `step` is the id of HostView.undo."""

    step: Annotated[str, ShortText]

    def to_command(self) -> c.UndoStep:
        """The order."""
        return c.UndoStep(self.command_id, self.step)


class TalkMessage(HostMessage):
    """Lets the class talk about these axes before it votes on them again; no axes: all that can be asked again.

    `seconds` null: until the host ends it.
    """

    card: Annotated[CardId, ShortText]
    axes: Axes = ()
    seconds: int | None

    def to_command(self) -> c.StartTalk:
        """The order."""
        return c.StartTalk(self.command_id, self.card, self.axes, self.seconds)


class SkipMessage(HostMessage):
    """Leaves the card on the screen without a reveal, and goes on to the next."""

    card: Annotated[CardId, ShortText]

    def to_command(self) -> c.SkipCard:
        """The order."""
        return c.SkipCard(self.command_id, self.card)


class ArrangeMessage(HostMessage):
    """The cards that come next, in this order; what is left out is set aside."""

    cards: Cards

    def to_command(self) -> c.ArrangeCards:
        """The order."""
        return c.ArrangeCards(self.command_id, self.cards)


class EarlierMessage(HostMessage):
    """Back to the reveal of a card that was shown before."""

    card: Annotated[CardId, ShortText]

    def to_command(self) -> c.ShowEarlier:
        """The order."""
        return c.ShowEarlier(self.command_id, self.card)


class BoardMessage(HostMessage):
    """Lays a board over what is projected; null takes it away. `axis`: that of a matrix."""

    board: Annotated[BoardKind, Field(strict=False)] | None
    axis: Annotated[AxisId, ShortText] | None = None

    def to_command(self) -> c.ShowBoard:
        """The order."""
        return c.ShowBoard(self.command_id, self.board, self.axis)


class ChangeSettingsMessage(HostMessage):
    """Other choices from now on; all of them are said. The card on the screen keeps what held when it came up."""

    reading_seconds: ReadingSeconds
    answer_seconds: AnswerSeconds | None
    speed_bonus: bool
    asks_confidence: bool
    closes_when_all_answered: bool
    counting_vote: Annotated[CountingVote, Field(strict=False)]
    leaderboard: Annotated[LeaderboardMode, Field(strict=False)]
    talk_seconds: TalkSeconds | None
    talk_from: ShareBound
    talk_to: ShareBound
    blocked_words: BlockedWords

    def to_command(self) -> c.ChangeSettings:
        """The order."""
        settings = ChangeableSettings(**{field.name: getattr(self, field.name) for field in fields(ChangeableSettings)})
        return c.ChangeSettings(self.command_id, settings)


class PutInTeamMessage(HostMessage):
    """Puts a player in another team, by its place in HostView.settings.teams, from 0."""

    player: Annotated[PlayerId, ShortText]
    team: int

    def to_command(self) -> c.PutInTeam:
        """The order."""
        return c.PutInTeam(self.command_id, self.player, self.team)


class RenameMessage(HostMessage):
    """Gives a player another name."""

    player: Annotated[PlayerId, ShortText]
    name: str

    def to_command(self) -> c.RenamePlayer:
        """The order."""
        return c.RenamePlayer(self.command_id, self.player, self.name)


class ExtraTimeMessage(HostMessage):
    """Gives a player more time for every round, also the open one, or the usual time again."""

    player: Annotated[PlayerId, ShortText]
    allowance: Annotated[Allowance, Field(strict=False)]

    def to_command(self) -> c.GiveExtraTime:
        """The order."""
        return c.GiveExtraTime(self.command_id, self.player, self.allowance)


class RemoveSinceMessage(HostMessage):
    """Takes out everybody who came in from a moment on, by the server's clock in milliseconds."""

    since: Annotated[ServerMillis, Field(ge=0)]

    def to_command(self) -> c.RemoveSince:
        """The order."""
        return c.RemoveSince(self.command_id, self.since)


HOST_COMMANDS: Mapping[str, type[HostMessage]] = {
    "step": StepMessage,
    "back": BackMessage,
    "undo": UndoMessage,
    "talk": TalkMessage,
    "extend": ExtendMessage,
    "skip": SkipMessage,
    "arrange": ArrangeMessage,
    "earlier": EarlierMessage,
    "board": BoardMessage,
    "choose_axes": ChooseAxesMessage,
    "change_settings": ChangeSettingsMessage,
    "lock": LockMessage,
    "remove": RemoveMessage,
    "remove_since": RemoveSinceMessage,
    "let_back": LetBackMessage,
    **DOOR_COMMANDS,
    "rename": RenameMessage,
    "put_in_team": PutInTeamMessage,
    "extra_time": ExtraTimeMessage,
    "group": GroupAnswersMessage,
    "podium": PodiumMessage,
    "end": EndMessage,
}
