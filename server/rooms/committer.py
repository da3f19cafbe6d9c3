"""Group commit: everything that waits in a room is decided on one draft and appended in one round trip.

A command is acknowledged only after the store has it. A refusal is sent only from a room that was confirmed since the
command came in: by an append in its batch, or by one read that found nothing newer. The same read answers a repeat of
what is in the log, once the store's file is known to have it.
"""

import logging

from server.rooms.held_room import HeldRoom, Waiting
from server.rooms.outcomes import Accepted, Outcome, Refused
from server.rooms.ports import Clock, Concurrency, RoomLog, StoreFull, StoreUnavailable
from server.rules.decide import decide
from server.rules.events import Event
from server.rules.evolve import Draft
from server.rules.ids import MilliPoints, PlayerId, ServerMillis
from server.rules.refusals import Refusal, RefusalCode
from server.rules.standings import changes_standings, scores_for_leaderboard

log = logging.getLogger(__name__)

BATCH_MOST = 400
"""Commands decided together. More would make the first of them wait for the last."""
BATCH_LARGE = 100
"""So many commands that wait are a batch already; for fewer it pays to wait for more."""
REST_SECONDS = 0.005
REST_BESIDE_OTHERS_SECONDS = 0.02
"""The rest after an append; without it a process far from the store never gets its turn."""
CROWDED_FOR_APPENDS = 50
"""For how many of our own appends a room counts as crowded after another process was quicker."""
PATIENCE_MILLIS = 2000
"""How long a batch is tried before its answer is SERVER_BUSY. With a store that hangs for its whole time-out added, a
command is still answered within the five seconds that it is promised."""
STORE_REST_SECONDS = 0.1
STORE_AWAY = Refused(RefusalCode.SERVER_BUSY)


class Committer:
    """Carries out what waits in a room, one green thread per busy room."""

    def __init__(self, room_log: RoomLog, clock: Clock, concurrency: Concurrency) -> None:
        self._log = room_log
        self._clock = clock
        self._concurrency = concurrency

    def commit_until_quiet(self, held: HeldRoom) -> None:
        """Decides and appends batch after batch until nothing waits any more."""
        while True:
            with held.lock:
                batch, held.pending = held.pending[:BATCH_MOST], held.pending[BATCH_MOST:]
                if not batch:
                    held.is_committing = False
                    return
            outcomes = self._settle(held, batch)
            for waiting, outcome in zip(batch, outcomes, strict=True):
                _tell(waiting, outcome)
            if outcomes[0] == STORE_AWAY:
                self._refuse_who_waited(held)
            self._concurrency.sleep(_rest_seconds(held))

    def _refuse_who_waited(self, held: HeldRoom) -> None:
        """While the store is away nobody waits for a second batch's patience on top of the first one's."""
        with held.lock:
            waited, held.pending = held.pending, []
        for waiting in waited:
            _tell(waiting, STORE_AWAY)

    def _settle(self, held: HeldRoom, batch: list[Waiting]) -> list[Outcome]:
        """The outcome of each command of a batch. Never raises: a mistake of ours is logged and told as such."""
        give_up_at = self._clock.now() + PATIENCE_MILLIS
        is_sure = True
        while True:
            try:
                if not is_sure:
                    held.fold_anew()
                    is_sure = True
                outcomes = self._try_once(held, batch)
                if outcomes is not None:
                    return outcomes
                self._concurrency.sleep(REST_BESIDE_OTHERS_SECONDS)
            except StoreUnavailable:
                # What was sent may have been kept or not. The log tells, once it can be read again; command ids make
                # deciding again harmless.
                is_sure = False
                self._concurrency.sleep(STORE_REST_SECONDS)
            except StoreFull:
                return [Refused(RefusalCode.STORAGE_FULL)] * len(batch)
            except Refusal as refusal:
                return [Refused(refusal.code, refusal.suggestion)] * len(batch)
            except Exception:
                log.exception("room %s at version %s: a batch could not be decided", held.room_id, held.version)
                return [Refused(RefusalCode.SERVER_ERROR)] * len(batch)
            if self._clock.now() > give_up_at:
                return [STORE_AWAY] * len(batch)

    def _try_once(self, held: HeldRoom, batch: list[Waiting]) -> list[Outcome] | None:
        """One attempt; None when the log had moved on, and the fold with it."""
        base = held.load()
        if held.crowding:  # another process may have written since: read before, it costs no second decision
            held.catch_up()
            base = held.load()
        draft = Draft(base)
        events: list[Event] = []
        now = self._clock.now()
        outcomes = [self._decide_one(held, draft, waiting, events, now) for waiting in batch]
        if not events:
            if self._moved_on(held, base.version):
                return None
            self._log.check_kept(held.room_id)  # a repeat may have found in the log what its file does not have yet
            return outcomes
        standings: dict[PlayerId, MilliPoints] | None = None
        if changes_standings(events):
            standings = scores_for_leaderboard(draft.room)

        def adopt() -> None:  # before the tail brings what this process wrote itself, and it is all folded once more
            held.adopt(base, draft.room, events)

        held.appending = base.version + len(events)
        try:
            is_kept = self._log.append(held.room_id, base.version, events, standings, adopt)
        finally:
            held.appending = 0
        if is_kept:
            held.crowding = max(0, held.crowding - 1)
            return outcomes
        held.crowding = CROWDED_FOR_APPENDS
        if not held.catch_up() and held.version == base.version:
            held.fold_anew()  # the store is behind us: it went back in time
        return None

    def _moved_on(self, held: HeldRoom, decided_at: int) -> bool:
        """Whether the log is not the one that was decided on: longer, or shorter since the store went back in time."""
        newest = self._log.newest_version(held.room_id)
        if newest < decided_at:
            held.fold_anew()
            return True
        if newest > held.version:
            held.catch_up()
        return held.version != decided_at

    def _decide_one(
        self, held: HeldRoom, draft: Draft, waiting: Waiting, events: list[Event], now: ServerMillis
    ) -> Outcome:
        """Decides one command on the draft and adds its events. One bad command harms no other of its batch."""
        try:
            caused = decide(draft.room, waiting.command, now)
        except Refusal as refusal:
            return Refused(refusal.code, refusal.suggestion)
        except Exception:
            log.exception(
                "room %s at version %s: %s failed", held.room_id, draft.room.version, type(waiting.command).__name__
            )
            return Refused(RefusalCode.SERVER_ERROR)
        for event in caused:
            draft.apply(event)
        events.extend(caused)
        return Accepted(draft.room.version)


def _rest_seconds(held: HeldRoom) -> float:
    if held.crowding:
        return REST_BESIDE_OTHERS_SECONDS
    return 0.0 if len(held.pending) >= BATCH_LARGE else REST_SECONDS


def _tell(waiting: Waiting, outcome: Outcome) -> None:
    try:
        waiting.reply(outcome)
    except Exception:
        log.exception("an answer to %s could not be sent", type(waiting.command).__name__)
