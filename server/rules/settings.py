"""What a host may choose for a room, with its defaults and bounds."""

from dataclasses import dataclass, fields
from enum import StrEnum

from server.rules.ids import AxisId

READING_SECONDS_MOST = 120
ANSWER_SECONDS_LEAST = 5
ANSWER_SECONDS_MOST = 1800
TALK_SECONDS_LEAST = 10
TALK_SECONDS_MOST = 3600
EXTEND_SECONDS = 15
SEATS_MOST = 4000
CALLERS_MOST = 8000
"""So many may have asked to come in, those who were let in or turned away among them."""
TEAMS_MOST = 12
TEAM_NAME_LONGEST = 24
BLOCKED_WORDS_MOST = 200


class CountingVote(StrEnum):
    """Which of two votes earns the points. Who gave no second vote stands by the first."""

    FIRST = "first"
    SECOND = "second"


class ScoreMode(StrEnum):
    """Who collects points: each for himself, teams by the mean of their members, or nobody."""

    SOLO = "solo"
    TEAMS = "teams"
    NONE = "none"


class LeaderboardMode(StrEnum):
    """What the class sees of the standings between cards: eight rows, the first three ranks, or nothing."""

    FULL = "full"
    TOP = "top"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class ChangeableSettings:
    """What a host may still change while the room is open; a card keeps what held when it came up.

    `talk_from` and `talk_to` (0..1) bound the share of right answers between which talking pays. `blocked_words` may
    stand in no name. The other fields: see RoomSettings.
    """

    reading_seconds: int
    answer_seconds: int | None
    speed_bonus: bool
    asks_confidence: bool
    closes_when_all_answered: bool
    counting_vote: CountingVote
    leaderboard: LeaderboardMode
    talk_seconds: int | None
    talk_from: float
    talk_to: float
    blocked_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoomSettings:
    """The choices of one room.

    `reading_seconds` before the answers open (0: none); `answer_seconds` for a round (None: no limit);
    `speed_bonus` adds up to half a point per axis for fair time; `axes` are asked by default, in deck order.
    `asks_confidence` lets certainty win more and lose more; `closes_when_all_answered` ends a round early;
    `talk_seconds` is how long a talk lasts (None: no limit). `teams` are their names. With `offered_names` nobody may
    choose a name outside of them. `has_trial`: the room begins with a card that teaches how to answer, for no points.
    `forgets_names`: no name outlives the end of the room. `approves_entry`: who is new waits until the host
    lets them in.
    """

    axes: tuple[AxisId, ...]
    reading_seconds: int = 10
    answer_seconds: int | None = 60
    speed_bonus: bool = False
    asks_confidence: bool = False
    closes_when_all_answered: bool = False
    counting_vote: CountingVote = CountingVote.SECOND
    leaderboard: LeaderboardMode = LeaderboardMode.FULL
    talk_seconds: int | None = 180
    talk_from: float = 0.35
    talk_to: float = 0.70
    blocked_words: tuple[str, ...] = ()
    scoring: ScoreMode = ScoreMode.SOLO
    teams: tuple[str, ...] = ()
    offered_names: tuple[str, ...] = ()
    has_trial: bool = False
    forgets_names: bool = False
    approves_entry: bool = False

    @property
    def shows_standings(self) -> bool:
        """Whether the class may see who stands where: there are points, and the host does not hide them."""
        return self.leaderboard is not LeaderboardMode.HIDDEN and self.scoring is not ScoreMode.NONE

    @property
    def changeable(self) -> ChangeableSettings:
        """The part that may still be changed."""
        return ChangeableSettings(**{field.name: getattr(self, field.name) for field in fields(ChangeableSettings)})
