"""Whatever people send, in whatever order: never an exception, fold(log) == live room, no secret key in a phone's view.

The laws themselves are checked by Classroom after every accepted command.
"""

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.rules import commands as c
from server.rules.allowances import Allowance
from server.rules.boards import BoardKind
from server.rules.cards import Deck, Point
from server.rules.ids import AxisId, CardId, CommandId, OptionId, PlayerId
from server.rules.picks import AnswerGroup, Confidence, Pairs, Words
from server.rules.refusals import Refusal
from server.rules.settings import ChangeableSettings, CountingVote, LeaderboardMode, ScoreMode
from server.rules.steps import back_step, next_step, undo_step
from tests.support.classroom import START, Classroom
from tests.support.sample_deck import DECK, GRID_AXIS, KINDS_DECK, MULTI_AXIS, SEQUENCE_AXIS

PLAYERS = st.sampled_from([PlayerId(name) for name in ("Noor", "Sem", "Eva", "nobody")])
CARDS = st.sampled_from([card.id for card in DECK.cards] + [CardId("no-such-card")])
AXES = [axis.id for axis in DECK.axes] + [AxisId("no-such-axis")]
OPTIONS = [option.id for axis in DECK.axes for option in axis.options] + [OptionId("no-such-option")]
IDS = st.integers(0, 40).map(lambda number: CommandId(f"id-{number}"))
PICKS = st.dictionaries(st.sampled_from(AXES), st.sampled_from(OPTIONS), max_size=3)
GOOD_PICKS = st.fixed_dictionaries(
    {axis.id: st.sampled_from([option.id for option in axis.options]) for axis in DECK.axes}
)


KIND_PICKS = st.fixed_dictionaries(
    {},
    optional={
        "commitment-grid": st.sampled_from([option.id for option in GRID_AXIS.options]),
        "trust-basis": st.lists(st.sampled_from([option.id for option in MULTI_AXIS.options]), max_size=4).map(tuple),
        "resource-map": st.builds(Point, st.floats(-0.5, 1.5), st.floats(0, 1)),
        "chain": st.permutations([option.id for option in SEQUENCE_AXIS.options]).map(tuple),
        "exchange-pair": st.builds(
            Pairs, st.dictionaries(st.sampled_from(["hug", "herring", "kiss"]), st.sampled_from([*OPTIONS, "love"]))
        ),
        "open-why": st.builds(Words, st.text(max_size=150)),
    },
)


ROOMS: list[dict[str, object]] = [
    {},
    {"asks_confidence": True, "counting_vote": CountingVote.FIRST, "leaderboard": LeaderboardMode.HIDDEN},
    {"scoring": ScoreMode.TEAMS, "teams": ("Left", "Right"), "closes_when_all_answered": True},
    {"scoring": ScoreMode.NONE, "blocked_words": ("a",)},
    {"approves_entry": True, "forgets_names": True, "scoring": ScoreMode.TEAMS, "teams": ("Left", "Right")},
]


def _step(draw_old: bool, classroom: Classroom, command_id: CommandId) -> c.TakeStep:
    step = next_step(classroom.room)
    return c.TakeStep(command_id, "long-ago" if draw_old or step is None else step.id)


ASKED = st.one_of(
    st.builds(c.JoinRoom, IDS, PLAYERS, st.text(max_size=24)),
    st.builds(c.GiveAnswer, IDS, PLAYERS, CARDS, PICKS | GOOD_PICKS, st.integers(-10, 10**7)),
    st.tuples(st.just("answer"), IDS, PLAYERS, GOOD_PICKS | KIND_PICKS, st.none() | st.sampled_from(Confidence)),
    st.builds(
        c.GroupAnswers,
        IDS,
        st.sampled_from([card.id for card in KINDS_DECK.cards]),
        st.just(AxisId("open-why")),
        st.lists(
            st.builds(
                AnswerGroup,
                st.text(max_size=5),
                st.lists(PLAYERS, max_size=2).map(tuple),
                st.just(()),
                st.none() | st.floats(-1, 2),
            ),
            max_size=2,
        ).map(tuple),
    ),
    st.tuples(st.just("step"), IDS, st.booleans()),
    st.tuples(st.just("step"), IDS, st.just(False)),
    st.tuples(st.just("back"), IDS),
    st.tuples(st.just("wait"), st.sampled_from([0.1, 0.5, 3.0, 21.0])),
    st.builds(c.ExtendRound, IDS, CARDS, st.integers(-5, 700)),
    st.builds(c.OpenDueRound, IDS, CARDS),
    st.builds(c.CloseDueRound, IDS, CARDS),
    st.builds(c.ChooseAxes, IDS, st.lists(st.sampled_from(AXES), max_size=3).map(tuple)),
    st.builds(c.LockRoom, IDS, st.booleans()),
    st.builds(c.RemovePlayer, IDS, PLAYERS),
    st.builds(c.LetPlayerBack, IDS, PLAYERS),
    st.builds(c.GoToPodium, IDS),
    st.builds(c.ForgetMe, IDS, PLAYERS),
    st.builds(c.ForgetNames, IDS),
    st.tuples(st.just("undo"), IDS),
    st.tuples(st.just("talk"), IDS, st.lists(st.sampled_from(AXES), max_size=2).map(tuple)),
    st.builds(c.SkipCard, IDS, CARDS),
    st.builds(c.ArrangeCards, IDS, st.lists(CARDS, max_size=3).map(tuple)),
    st.builds(c.ShowEarlier, IDS, CARDS),
    st.builds(c.ShowBoard, IDS, st.none() | st.sampled_from(BoardKind), st.none() | st.sampled_from(AXES)),
    st.builds(c.GiveExtraTime, IDS, PLAYERS, st.sampled_from(Allowance)),
    st.builds(c.RenamePlayer, IDS, PLAYERS, st.text(max_size=5)),
    st.builds(c.ChooseTeam, IDS, PLAYERS, st.integers(-1, 3)),
    st.builds(c.PutInTeam, IDS, PLAYERS, st.integers(-1, 3)),
    st.builds(c.RemoveSince, IDS, st.integers(START, START + 100_000)),
    st.builds(c.LetAllBack, IDS, IDS),
    st.builds(c.ApproveEntry, IDS, st.booleans()),
    st.builds(c.LetIn, IDS, PLAYERS),
    st.builds(c.LetInUntil, IDS, st.integers(START, START + 100_000)),
    st.builds(c.TurnAway, IDS, PLAYERS),
    st.builds(c.TurnAwaySince, IDS, st.integers(START, START + 100_000)),
    st.builds(
        c.ChangeSettings,
        IDS,
        st.builds(
            ChangeableSettings,
            reading_seconds=st.sampled_from([0, 5, 500]),
            answer_seconds=st.sampled_from([None, 20]),
            talk_seconds=st.sampled_from([None, 60]),
            talk_from=st.just(0.3),
            talk_to=st.floats(0, 1),
            blocked_words=st.just(()),
        ),
    ),
)


def carry_out(classroom: Classroom, asked: object) -> None:
    """Does what was drawn, as far as the rules let it be done."""
    if isinstance(asked, tuple):
        match asked:
            case ("wait", seconds):
                classroom.wait(seconds)
                return
            case ("step", command_id, is_old):
                asked = _step(is_old, classroom, command_id)
            case ("back", command_id):
                step = back_step(classroom.room)
                asked = c.GoBack(command_id, step.id if step else "nowhere")
            case ("undo", command_id):
                step = undo_step(classroom.room)
                asked = c.UndoStep(command_id, step.id if step else "nothing")
            case ("talk", command_id, axes):
                shown = classroom.room.round
                asked = c.StartTalk(command_id, shown.card if shown else CardId("none"), axes, 60)
            case ("answer", command_id, player, picks, sure):
                shown = classroom.room.round
                card = shown.card if shown else CardId("none")
                open_axes = shown.open_axes if shown else ()
                said = {axis: pick for axis, pick in picks.items() if axis in open_axes} or picks
                asked = c.GiveAnswer(command_id, player, card, said, 500, shown.vote if shown else 1, sure)
    with contextlib.suppress(Refusal):  # a refusal is an answer; anything else is a mistake of ours
        classroom.do(asked)  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(ASKED, max_size=50),
    st.booleans(),
    st.sampled_from([0, 5]),
    st.sampled_from([DECK, KINDS_DECK]),
    st.sampled_from(ROOMS),
)
def test_any_sequence_of_commands_keeps_the_laws(
    asked: list[object], speed_bonus: bool, reading: int, deck: Deck, chosen: dict[str, object]
) -> None:
    classroom = Classroom(deck, speed_bonus=speed_bonus, reading_seconds=reading, **chosen)
    classroom.join("Noor", "Sem")
    for each in asked:
        carry_out(classroom, each)
