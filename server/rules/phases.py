"""The phases of a room and which command each allows, as a table that devtools draws for the docs."""

from enum import StrEnum

from server.rules import commands as c


class Phase(StrEnum):
    """Where a room stands. One card runs from READING to LEADERBOARD."""

    LOBBY = "lobby"
    READING = "reading"
    ANSWERING = "answering"
    CLOSED = "closed"
    TALK = "talk"
    REVEAL = "reveal"
    LEADERBOARD = "leaderboard"
    PODIUM = "podium"
    ENDED = "ended"


LIVE = frozenset(Phase) - {Phase.ENDED}
BETWEEN_CARDS = frozenset({Phase.LOBBY, Phase.REVEAL, Phase.LEADERBOARD})

PHASES_ALLOWING: dict[type, frozenset[Phase]] = {
    c.JoinRoom: LIVE,
    c.GiveAnswer: LIVE,  # the answer itself is told apart more finely: not open, wrong card, too late
    c.TakeStep: LIVE,
    c.GoBack: frozenset({Phase.REVEAL, Phase.LEADERBOARD}),
    c.UndoStep: LIVE,
    c.StartTalk: frozenset({Phase.CLOSED}),
    c.ExtendRound: frozenset({Phase.ANSWERING, Phase.TALK}),
    c.SkipCard: frozenset({Phase.READING, Phase.ANSWERING, Phase.CLOSED, Phase.TALK}),
    c.ArrangeCards: LIVE,
    c.ShowEarlier: frozenset({Phase.REVEAL, Phase.LEADERBOARD, Phase.PODIUM}),
    c.ShowBoard: LIVE,
    c.ChangeSettings: LIVE,
    c.ChooseTeam: BETWEEN_CARDS,
    c.PutInTeam: LIVE,
    c.RenamePlayer: LIVE,
    c.GiveExtraTime: LIVE,
    c.RemoveSince: LIVE,
    c.OpenDueRound: frozenset({Phase.READING}),
    c.CloseDueRound: frozenset({Phase.ANSWERING}),
    c.ChooseAxes: BETWEEN_CARDS,
    c.LockRoom: LIVE,
    c.RemovePlayer: LIVE,
    c.LetPlayerBack: LIVE,
    c.LetAllBack: LIVE,
    c.ApproveEntry: LIVE,
    c.LetIn: LIVE,
    c.LetInUntil: LIVE,
    c.TurnAway: LIVE,
    c.TurnAwaySince: LIVE,
    c.GroupAnswers: frozenset({Phase.CLOSED, Phase.REVEAL, Phase.LEADERBOARD}),
    c.GoToPodium: frozenset({Phase.REVEAL, Phase.LEADERBOARD}),
    c.ForgetMe: frozenset(Phase),
    c.ForgetNames: frozenset({Phase.ENDED}),
    c.EndRoom: LIVE,
}
"""OpenRoom stands outside the table: it is what makes the room."""

ROUND_PHASES = frozenset({Phase.READING, Phase.ANSWERING, Phase.CLOSED, Phase.TALK, Phase.REVEAL})
"""The phases in which a card is on the screen."""
AFTER_REVEAL = frozenset({Phase.REVEAL, Phase.LEADERBOARD, Phase.PODIUM})
"""The phases in which a board about the class may be projected: no vote is open or waiting for its reveal."""
