"""What holds for every HTTP request: where it may come from, how long it may be, how it is refused, what it says."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, RequestURITooLarge

from server.rooms.ports import StoreFull, StoreUnavailable
from server.rules.ids import PlayerId, RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.client_messages import ClientMessage
from server.wire.origins import Origins
from server.wire.reading import read_message
from server.wire.server_messages import error_body
from server.wire.sessions import player_of, room_of
from server.wire.staff import Staff, StaffMember
from server.wire.strict_json import BadNumber, StrictJson

LONGEST_BODY = 16 * 1024
LONGEST_ADDRESS = 4 * 1024

STATUS: dict[RefusalCode, int] = {
    RefusalCode.BAD_REQUEST: 400,
    RefusalCode.BAD_NUMBER: 400,
    RefusalCode.BAD_TEXT: 400,
    RefusalCode.BAD_PICK: 400,
    RefusalCode.TOKEN_INVALID: 400,
    RefusalCode.FORBIDDEN: 403,
    RefusalCode.PASSPHRASE_WEAK: 400,
    RefusalCode.LINK_GONE: 404,
    RefusalCode.NO_SEAT: 404,
    RefusalCode.ROOM_NOT_FOUND: 404,
    RefusalCode.DECK_NOT_FOUND: 404,
    RefusalCode.COURSE_NOT_FOUND: 404,
    RefusalCode.PLAYER_NOT_FOUND: 404,
    RefusalCode.CARD_NOT_FOUND: 404,
    RefusalCode.EXAM_NOT_FOUND: 404,
    RefusalCode.HOMEWORK_NOT_FOUND: 404,
    RefusalCode.TOO_LARGE: 413,
    RefusalCode.TOO_FAST: 429,
    RefusalCode.SERVER_ERROR: 500,
    RefusalCode.SERVER_BUSY: 503,
    RefusalCode.STORAGE_FULL: 507,
}
"""How a refusal is said in HTTP; what is not here is a conflict with the state of a room."""

SEAT = "Seat "
"""Before a seat's token in the header Authorization."""

KEEP_OUT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""No frames around it, no guessing what it is, no traces elsewhere."""
KEEP_OUT_BARE = {**KEEP_OUT, "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}
"""What an answer carries that is no page of ours and that no route of ours made, as those of the sockets' library."""

M = TypeVar("M", bound=ClientMessage)
P = ParamSpec("P")

log = logging.getLogger(__name__)


def lay_down(app: Flask, origins: Origins) -> None:
    """Puts the law on an app."""
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_BODY
    app.before_request(lambda: _check(origins))
    app.after_request(_add_headers)
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(StoreUnavailable, lambda _error: _failed(RefusalCode.SERVER_BUSY))
    app.register_error_handler(StoreFull, lambda _error: _failed(RefusalCode.STORAGE_FULL))
    app.register_error_handler(HTTPException, _http_failed)
    app.register_error_handler(Exception, _broken)


def answer(body: object, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(StrictJson.dumps(body), status, mimetype="application/json")


def nothing(status: int = 204) -> Response:
    """An answer without a body."""
    return Response(status=status)


def is_secure() -> bool:
    """Whether this request came by https, also through a proxy: then its cookies go by nothing else."""
    return request.is_secure or request.headers.get("X-Forwarded-Proto") == "https"


def check_host(staff: Staff) -> StaffMember:
    """Who of the house asks. Raises Refusal FORBIDDEN for anybody else, and StoreUnavailable."""
    return staff.check(request.environ)


def check_room(staff: Staff, room_id: str) -> RoomId:
    """The room of an address, for whose it is. Raises Refusal FORBIDDEN or ROOM_NOT_FOUND, and StoreUnavailable."""
    member, room = staff.check(request.environ), room_of(room_id)
    if not staff.owns_room(member, room):
        raise Refusal(RefusalCode.FORBIDDEN)
    return room


def host_only(staff: Staff, route: Callable[P, Response]) -> Callable[P, Response]:
    """A route that answers the house alone."""

    @wraps(route)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Response:
        check_host(staff)
        return route(*args, **kwargs)

    return guarded


def own_room_only(staff: Staff, route: Callable[[str], Response]) -> Callable[[str], Response]:
    """A route of a room that answers alone whose room it is."""

    @wraps(route)
    def guarded(room_id: str) -> Response:
        check_room(staff, room_id)
        return route(room_id)

    return guarded


def player_asking() -> PlayerId:
    """Whose seat's token this request carries, as `Authorization: Seat <token>`. Raises Refusal TOKEN_INVALID.

    No cookie: what no other page's form can send needs no further guard.
    """
    said = request.headers.get("Authorization", "")
    if not said.startswith(SEAT):
        raise Refusal(RefusalCode.TOKEN_INVALID)
    return player_of(said.removeprefix(SEAT))


def posted(model: type[M]) -> M:
    """The message in the body. Raises Refusal; only JSON that says it is JSON is read, which no form can send."""
    if request.mimetype != "application/json":
        raise Refusal(RefusalCode.BAD_REQUEST)
    try:
        body = StrictJson.loads(request.get_data().decode("utf-8"))
    except BadNumber:
        raise Refusal(RefusalCode.BAD_NUMBER) from None
    except (ValueError, RecursionError):
        raise Refusal(RefusalCode.BAD_REQUEST) from None
    return read_message(model, body)


def _check(origins: Origins) -> None:
    if len(request.path) + len(request.query_string) > LONGEST_ADDRESS:  # bytes: what is no UTF-8 has no full path
        raise RequestURITooLarge
    if request.method not in {"GET", "HEAD", "OPTIONS"} and not origins.is_ours(request.origin, request.environ):
        raise Refusal(RefusalCode.FORBIDDEN)


def _add_headers(response: Response) -> Response:
    """The same for all: this server's own scripts and sockets, and nobody else's."""
    sockets = f"ws://{request.host} wss://{request.host}"  # old Safari does not count sockets as 'self'
    response.headers["Content-Security-Policy"] = (
        f"default-src 'self'; connect-src 'self' {sockets}; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    response.headers.update(KEEP_OUT)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _failed(code: RefusalCode, status: int | None = None) -> Response:
    return answer(error_body(code), status or STATUS.get(code, 409))


def _refused(refusal: Refusal) -> Response:
    return answer(error_body(refusal.code, refusal.suggestion), STATUS.get(refusal.code, 409))


def _http_failed(error: HTTPException) -> Response:
    """An address or method that does not exist, or a body too large; the headers, such as Allow, are kept."""
    code = RefusalCode.TOO_LARGE if isinstance(error, RequestEntityTooLarge) else RefusalCode.BAD_REQUEST
    response = _failed(code, error.code or 500)
    for name, value in error.get_headers(request.environ):
        if name.lower() not in {"content-type", "content-length"}:
            response.headers[name] = value
    return response


def _broken(_error: Exception) -> Response:
    log.exception("%s %s failed.", request.method, request.path)
    return _failed(RefusalCode.SERVER_ERROR)
