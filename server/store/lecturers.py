"""The book of lecturers: accounts, sessions, known devices and invitations. In none of it stands a secret."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from redis import Redis

from server.accounts.ports import Invitation, Lecturer, LecturerSession
from server.store import keys
from server.store.connections import store_errors
from server.store.scripts import SWAP

_LECTURER = TypeAdapter(Lecturer)
_SESSION = TypeAdapter(LecturerSession)
_INVITATION = TypeAdapter(Invitation)


@dataclass(frozen=True, slots=True)
class RedisLecturers:
    """LecturerBook on Redis. Every method raises StoreUnavailable, the writing ones StoreFull."""

    client: Redis

    def add(self, lecturer: Lecturer) -> bool:
        """A new account; False where another has this desk."""
        account = keys.lecturer(lecturer.desk)
        with store_errors():
            is_new = self.client.set(account.name, _LECTURER.dump_json(lecturer), nx=True, ex=account.seconds)
        if is_new:
            self._list(lecturer)
        return bool(is_new)

    def find(self, desk: str) -> Lecturer | None:
        """The account of a desk."""
        with store_errors():
            kept: Any = self.client.get(keys.lecturer(desk).name)
        return _LECTURER.validate_json(kept) if kept is not None else None

    def all(self) -> Sequence[Lecturer]:
        """Every account, the oldest first; one that has lapsed is left out."""
        with store_errors():
            desks: Any = self.client.zrange(keys.lecturers().name, 0, -1)
            pipeline = self.client.pipeline(transaction=False)
            for desk in desks:
                pipeline.get(keys.lecturer(desk.decode()).name)
            kept = pipeline.execute()
        return [_LECTURER.validate_json(lecturer) for lecturer in kept if lecturer is not None]

    def change(self, before: Lecturer, after: Lecturer) -> bool:
        """Puts an account in place of what it was; False where it is something else by now, or gone."""
        account = keys.lecturer(before.desk)
        was, becomes = _LECTURER.dump_json(before), _LECTURER.dump_json(after)
        with store_errors():
            return bool(SWAP.run(self.client, (account,), was, becomes, account.seconds))

    def remove(self, lecturer: Lecturer) -> None:
        """Forgets an account; with it its sessions stand no more, and go by themselves."""
        with store_errors():
            self.client.delete(keys.lecturer(lecturer.desk).name)
            self.client.zrem(keys.lecturers().name, lecturer.desk)

    def renew(self, lecturer: Lecturer) -> None:
        """The account is in use: it is kept for its whole time again."""
        account = keys.lecturer(lecturer.desk)
        with store_errors():
            still_there = self.client.expire(account.name, account.seconds)
        if still_there:
            self._list(lecturer)

    def begin(self, digest: str, session: LecturerSession) -> None:
        """Keeps a session, or keeps it longer."""
        key = keys.lecturer_session(digest)
        with store_errors():
            self.client.set(key.name, _SESSION.dump_json(session), ex=key.seconds)

    def session(self, digest: str) -> LecturerSession | None:
        """The session of a secret's digest."""
        with store_errors():
            kept: Any = self.client.get(keys.lecturer_session(digest).name)
        return _SESSION.validate_json(kept) if kept is not None else None

    def end(self, digest: str) -> None:
        """Forgets a session; harmless where it is gone."""
        with store_errors():
            self.client.delete(keys.lecturer_session(digest).name)

    def know_device(self, digest: str, desk: str) -> None:
        """On this device the lecturer of a desk has signed in."""
        key = keys.lecturer_device(digest)
        with store_errors():
            self.client.set(key.name, desk, ex=key.seconds)

    def device(self, digest: str) -> str | None:
        """The desk that a device is known at."""
        with store_errors():
            desk: Any = self.client.get(keys.lecturer_device(digest).name)
        return desk.decode() if desk is not None else None

    def invite(self, invitation: Invitation) -> None:
        """Keeps an invitation; all of them live on for as long as a new one does."""
        every = keys.invitations()
        with store_errors():
            pipeline = self.client.pipeline(transaction=True)
            pipeline.hset(every.name, invitation.id, _INVITATION.dump_json(invitation).decode())
            pipeline.expire(every.name, every.seconds)
            pipeline.execute()

    def invitations(self) -> Sequence[Invitation]:
        """All that were made and neither used nor taken back, also those that are too old."""
        with store_errors():
            kept: Any = self.client.hvals(keys.invitations().name)
        return [_INVITATION.validate_json(invitation) for invitation in kept]

    def take(self, invitation_id: str) -> bool:
        """Uses an invitation up; True for the one who did."""
        with store_errors():
            taken: Any = self.client.hdel(keys.invitations().name, invitation_id)
        return bool(taken)

    def _list(self, lecturer: Lecturer) -> None:
        every = keys.lecturers()
        with store_errors():
            pipeline = self.client.pipeline(transaction=False)
            pipeline.zadd(every.name, {lecturer.desk: lecturer.made_at})
            pipeline.expire(every.name, every.seconds)
            pipeline.execute()
