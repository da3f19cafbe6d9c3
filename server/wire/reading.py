"""From JSON to a checked message, or the code that says what is wrong with it."""

import re
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from server.rules.refusals import Refusal, RefusalCode
from server.wire.client_messages import ClientMessage

M = TypeVar("M", bound=ClientMessage)

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters but for tab and line ends, and halves of a Unicode pair."""

_CODES = {
    "string_unicode": RefusalCode.BAD_TEXT,
    "string_too_long": RefusalCode.TOO_LARGE,
    "too_long": RefusalCode.TOO_LARGE,
    "finite_number": RefusalCode.BAD_NUMBER,
    "greater_than_equal": RefusalCode.BAD_NUMBER,
    "less_than_equal": RefusalCode.BAD_NUMBER,
}


def read_message(model: type[M], body: Any, is_plain: bool = False) -> M:
    """The message that a JSON value is. `is_plain`: its text was looked at, and all of it is.

    Raises Refusal BAD_REQUEST, BAD_NUMBER, BAD_TEXT or TOO_LARGE.
    """
    if not isinstance(body, dict):
        raise Refusal(RefusalCode.BAD_REQUEST)
    if not is_plain:
        check_plain(body)
    try:
        message: M = model.__pydantic_validator__.validate_python(body)  # model_validate takes twice as long
        return message
    except ValidationError as invalid:
        raise Refusal(_code_of(invalid.errors(include_url=False, include_context=False)[0])) from None


def is_plain_throughout(text: str) -> bool:
    """Whether nothing in a JSON text can be what `check_plain` refuses. False says nothing: it has to be looked at."""
    return text.isprintable() and "\\" not in text


def check_plain(value: Any) -> None:
    """Raises Refusal BAD_TEXT where a string in the value, or the name of a field, is not plain text."""
    if isinstance(value, str):
        if not value.isprintable() and _NOT_TEXT.search(value):
            raise Refusal(RefusalCode.BAD_TEXT)
    elif isinstance(value, dict):
        for key, part in value.items():
            check_plain(key)
            check_plain(part)
    elif isinstance(value, list):
        for part in value:
            check_plain(part)


def _code_of(error: ErrorDetails) -> RefusalCode:
    if error["type"] == "int_type" and isinstance(error["input"], float):
        return RefusalCode.BAD_NUMBER
    return _CODES.get(error["type"], RefusalCode.BAD_REQUEST)
