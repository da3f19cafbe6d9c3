"""Taking the last step back, without ever losing an answer that was acknowledged."""

from dataclasses import replace

from server.rules.ids import ServerMillis
from server.rules.phases import Phase
from server.rules.room import Room, Round
from server.rules.settings import EXTEND_SECONDS

NO_UNDO = frozenset({Phase.LOBBY, Phase.ENDED})


def can_undo(room: Room) -> bool:
    """Whether the last step can be taken back: there is one, and no answer was given in the vote that it opened."""
    before = room.before_step
    if before is None or room.phase in NO_UNDO:
        return False
    asked, earlier = room.round, before.round
    if asked is None:
        return True
    is_new_round = len(room.rounds) > len(before.rounds)
    is_new_vote = earlier is None or earlier.opened_at != asked.opened_at or is_new_round
    given = any(answer.vote == asked.vote for answer in asked.answers.values())
    return not (is_new_vote and asked.opened_at is not None and given)


def undone_until(room: Room, now: ServerMillis) -> ServerMillis | None:
    """How long the reading, the vote or the talk lasts that an undo brings back: what was left, but not too little."""
    before = room.before_step
    asked = before.round if before else None
    if before is None or asked is None:
        return None
    least = ServerMillis(now + EXTEND_SECONDS * 1000)
    ends = {Phase.READING: asked.opens_at, Phase.ANSWERING: asked.closes_at, Phase.TALK: asked.talk_ends_at}
    end = ends.get(before.phase)
    return None if end is None else max(end, least)


def undone(room: Room, until: ServerMillis | None) -> Room:
    """The room as before its last step, with all that people have done since: who came, what they answered."""
    before = room.before_step
    assert before is not None
    taken_back = tuple(asked.card for asked in room.rounds[len(before.rounds) :])
    back = replace(
        before,
        version=room.version,
        queue=(*taken_back, *room.queue),
        seats=room.seats,
        names=room.names,
        callers=room.callers,
        is_locked=room.is_locked,
        settings=room.settings,
        asked_axes=room.asked_axes,
        host_commands=room.host_commands,
        board=None,
    )
    if back.round is None:
        return back
    newest = _with_end(back.phase, _with_people(back.round, room), until)
    points = back.points if newest.scores is None else room.points
    return replace(back, rounds=(*back.rounds[:-1], newest), points=points)


def _with_people(earlier: Round, room: Room) -> Round:
    """The round as it was, with the answers of its vote and the groups of now."""
    now = next((asked for asked in room.rounds if asked.card == earlier.card), None)
    if now is None or now.vote != earlier.vote:
        return earlier
    scores = None if earlier.scores is None else now.scores
    return replace(earlier, answers=now.answers, groups=now.groups, marks=now.marks, scores=scores)


def _with_end(phase: Phase, asked: Round, until: ServerMillis | None) -> Round:
    if until is None:
        return asked
    if phase is Phase.READING:
        return replace(asked, opens_at=until)
    if phase is Phase.TALK:
        return replace(asked, talk_ends_at=until)
    return replace(asked, closes_at=until)
