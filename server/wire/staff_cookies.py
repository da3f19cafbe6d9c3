"""The cookies of the house: no script's to read, sent from no other site's page, and over https by nothing else."""

from flask import Response, request

from server.accounts.signing_in import Entered
from server.wire.host_key import HOST_COOKIE, HostKey
from server.wire.http_law import is_secure
from server.wire.staff import DEVICE_COOKIE, LECTURER_COOKIE

HOST_COOKIE_SECONDS = 180 * 86_400
LECTURER_COOKIE_SECONDS = 30 * 86_400
"""As long as the store keeps a session that nobody uses; both are renewed while it is used."""
DEVICE_COOKIE_SECONDS = 365 * 86_400


def enter_as_owner(response: Response, host_key: HostKey) -> Response:
    """This browser is the owner's of the machine from now on, and no lecturer's."""
    _set(response, HOST_COOKIE, host_key.token, HOST_COOKIE_SECONDS)
    _drop(response, LECTURER_COOKIE)
    return response


def enter_as_lecturer(response: Response, entered: Entered) -> Response:
    """This browser is a lecturer's from now on, and not the owner's of the machine."""
    _set(response, LECTURER_COOKIE, entered.session, LECTURER_COOKIE_SECONDS)
    _set(response, DEVICE_COOKIE, entered.device, DEVICE_COOKIE_SECONDS)
    _drop(response, HOST_COOKIE)
    return response


def keep_lecturer(response: Response) -> Response:
    """The session goes on: so does its cookie."""
    secret = request.cookies.get(LECTURER_COOKIE)
    if secret:
        _set(response, LECTURER_COOKIE, secret, LECTURER_COOKIE_SECONDS)
    return response


def leave_as_owner(response: Response) -> Response:
    """This browser came with a host token that does not fit."""
    response.delete_cookie(HOST_COOKIE, httponly=True, samesite="Strict", secure=is_secure())
    return response


def leave(response: Response) -> Response:
    """This browser is nobody's of the house. That it is known stays: it makes nobody in."""
    for cookie in (HOST_COOKIE, LECTURER_COOKIE):
        _drop(response, cookie)
    return response


def _set(response: Response, name: str, value: str, seconds: int) -> None:
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="Strict", secure=is_secure())


def _drop(response: Response, name: str) -> None:
    if name in request.cookies:
        response.delete_cookie(name, httponly=True, samesite="Strict", secure=is_secure())
