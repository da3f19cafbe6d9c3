"""The phases of a room and which command each allows, as a table that devtools draws for the docs."""

from enum import StrEnum

from server.rules import commands as c


class Phase(StrEnum):
    """Where a room stands. One card runs from READING to LEADERBOARD."""

    LOBBY = "lobby"
    READING = "reading"
    ANSWERING = "answering"
    CLOSED = "closed"
    REVEAL = "reveal"
    LEADERBOARD = "leaderboard"
    PODIUM = "podium"
    ENDED = "ended"


LIVE = frozenset(Phase) - {Phase.ENDED}
BETWEEN_CARDS = frozenset({Phase.LOBBY, Phase.LEADERBOARD})

PHASES_ALLOWING: dict[type, frozenset[Phase]] = {
    c.JoinRoom: LIVE,
    c.GiveAnswer: LIVE,  # the answer itself is told apart more finely: not open, wrong card, too late
    c.TakeStep: LIVE,
    c.GoBack: frozenset({Phase.REVEAL, Phase.LEADERBOARD}),
    c.ExtendRound: frozenset({Phase.ANSWERING}),
    c.OpenDueRound: frozenset({Phase.READING}),
    c.CloseDueRound: frozenset({Phase.ANSWERING}),
    c.ChooseAxes: BETWEEN_CARDS,
    c.LockRoom: LIVE,
    c.RemovePlayer: LIVE,
    c.LetPlayerBack: LIVE,
    c.GroupAnswers: frozenset({Phase.CLOSED, Phase.REVEAL, Phase.LEADERBOARD}),
    c.GoToPodium: frozenset({Phase.REVEAL, Phase.LEADERBOARD}),
    c.EndRoom: LIVE,
}
"""OpenRoom stands outside the table: it is what makes the room."""

ROUND_PHASES = frozenset({Phase.READING, Phase.ANSWERING, Phase.CLOSED, Phase.REVEAL})
"""The phases in which a card is on the screen."""
