"""Homework that lecturers have set, and the marks that came back: by random devices, never by name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import TypeAdapter
from redis import Redis

from server.rooms.ports_after_class import HandedIn, Homework, HomeworkAnswer
from server.rules.ids import LecturerId
from server.store import keys
from server.store.connections import store_errors
from server.store.paging import pages_of
from server.store.scripts import HAND_IN

DEVICES_MOST = 2_000
"""More than any course has students; so that nobody who has the link can fill the store."""

_HOMEWORK = TypeAdapter(Homework)
_ANSWER = TypeAdapter(HomeworkAnswer)
_OUTCOMES = {1: HandedIn.KEPT, 0: HandedIn.KNOWN, -1: HandedIn.FULL}


@dataclass(frozen=True, slots=True)
class RedisHomework:
    """HomeworkBook on Redis. Every method raises StoreUnavailable, the writing ones StoreFull."""

    client: Redis
    devices_most: int = DEVICES_MOST

    def enter(self, homework: Homework) -> None:
        """Writes or rewrites a homework."""
        sheet, ages = keys.homework_sheet(homework.id), keys.homework_by_age()
        # No transaction: in a cluster the two keys live apart. The sheet comes first, so that nothing listed lacks one.
        with store_errors():
            self.client.set(sheet.name, _HOMEWORK.dump_json(homework), ex=sheet.seconds)
            pipeline = self.client.pipeline(transaction=False)
            pipeline.zadd(ages.name, {homework.id: homework.made_at})
            pipeline.zremrangebyscore(ages.name, "-inf", f"({homework.made_at - ages.seconds * 1000}")
            pipeline.expire(ages.name, ages.seconds)
            pipeline.execute()

    def find(self, homework_id: str) -> Homework | None:
        """The homework of an id."""
        with store_errors():
            kept: Any = self.client.get(keys.homework_sheet(homework_id).name)
        return _HOMEWORK.validate_json(kept) if kept is not None else None

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[tuple[Homework, int]]:
        """The newest first, of one lecturer or all, each with how many devices have handed in.

        What has lapsed is left out.
        """
        return list(islice((found for found in self._all(count) if owner in (None, found[0].owner)), max(count, 0)))

    def _all(self, at_once: int) -> Iterator[tuple[Homework, int]]:
        """The newest first, read as far as they are asked for."""
        for page in pages_of(self.client, keys.homework_by_age(), at_once):
            with store_errors():
                pipeline = self.client.pipeline(transaction=False)
                for each in page:
                    pipeline.get(keys.homework_sheet(each).name)
                    pipeline.scard(keys.homework_devices(each).name)
                found: Any = pipeline.execute()
            pairs = zip(found[::2], found[1::2], strict=True)
            yield from ((_HOMEWORK.validate_json(sheet), devices) for sheet, devices in pairs if sheet is not None)

    def hand_in(self, homework_id: str, answer: HomeworkAnswer) -> HandedIn:
        """Keeps a device's first answer to a card."""
        devices, answers = keys.homework_devices(homework_id), keys.homework_answers(homework_id)
        field, value = f"{answer.device}/{answer.card}", _ANSWER.dump_json(answer)
        with store_errors():
            outcome: int = HAND_IN.run(
                self.client, (devices, answers), answer.device, field, value, self.devices_most, answers.seconds
            )
        return _OUTCOMES[outcome]

    def answers(self, homework_id: str) -> Sequence[HomeworkAnswer]:
        """All that came back, in no order."""
        with store_errors():
            kept: Any = self.client.hvals(keys.homework_answers(homework_id).name)
        return [_ANSWER.validate_json(answer) for answer in kept]

    def forget(self, homework_id: str) -> None:
        """Forgets it and all that came back."""
        with store_errors():
            self.client.zrem(keys.homework_by_age().name, homework_id)
            pipeline = self.client.pipeline(transaction=False)
            for key in (keys.homework_sheet, keys.homework_devices, keys.homework_answers):
                pipeline.delete(key(homework_id).name)
            pipeline.execute()
