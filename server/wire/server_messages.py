"""What answers a command, and the events that carry views. The views' own shapes are rules/view_types.py."""

from enum import StrEnum

from server.rooms.outcomes import Accepted, Outcome
from server.rules.refusals import RETRY_CODES, RefusalCode


class ViewEvent(StrEnum):
    """The events that the server sends, each with a whole view."""

    ROOM = "room"
    SEAT = "seat"
    SCREEN = "screen"
    HOST = "host"
    ROSTER = "roster"


def ack_body(outcome: Outcome) -> dict[str, object]:
    """The one answer to a command."""
    if isinstance(outcome, Accepted):
        return {"ok": True, "version": outcome.version}
    return {"ok": False, **error_body(outcome.code, outcome.suggestion)}


def error_body(code: RefusalCode, suggestion: str | None = None) -> dict[str, object]:
    """What is said of a refusal, also by HTTP. `retry`: the same may succeed unchanged."""
    body: dict[str, object] = {"code": code, "retry": code in RETRY_CODES}
    if suggestion is not None:
        body["suggestion"] = suggestion
    return body
