"""Holds a document against a shape and says in plain words what does not fit."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from server.content.documents import Document, Value
from server.content.problems import FieldPath, Rule
from server.content.shapes import TEXT_LONGEST, Shape
from server.content.wording import nearest_name, one_of

ShapeKind = TypeVar("ShapeKind", bound=Shape)

_OPTION_FIELDS = {"is", "pick", "accept"}


def fit(document: Document, shape: type[ShapeKind], value: Value, at: FieldPath = ()) -> ShapeKind | None:
    """The value as that shape; None when it does not fit, and then the document says why."""
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _explain(document, shape, detail, at)
        return None


def _explain(document: Document, shape: type[Shape], detail: ErrorDetails, at: FieldPath) -> None:
    path = (*at, *(step for step in detail["loc"] if not _is_ours(step)))
    if document.is_said(path):
        return
    rule, message, remedy = _words(document, shape, detail, path)
    document.problem(path, rule, message, remedy)


def _is_ours(step: str | int) -> bool:
    """Whether a step of the way is a word of the shapes, such as [key] or (tie), and not one of the file."""
    return isinstance(step, str) and step[:1] in {"[", "("}


def _words(document: Document, shape: type[Shape], detail: ErrorDetails, path: FieldPath) -> tuple[Rule, str, str]:
    name, found, context = _last_name(path), detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return _missing(name)
        case "extra_forbidden":
            return _unknown(shape, detail["loc"], name)
        case "string_type":
            return _not_text(found, path)
        case "enum" | "literal_error":
            allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            meant = nearest_name(str(found), allowed)
            return Rule.VALUE_ALLOWED, f"'{found}' is not one of the values.", one_of(allowed, meant)
        case "string_pattern_mismatch" if name == "model" or path[-2:-1] == ("models",):
            return Rule.VALUE_ALLOWED, f"'{found}' is not a model.", "Write M and its number, such as M3 or M3a."
        case "string_pattern_mismatch" if name == "pick":
            remedy = "Write an option's id; on a pair item:option, on an order first>second."
            return Rule.ID_FORM, f"'{found}' is not a pick.", remedy
        case "string_pattern_mismatch" if name == "content":
            return Rule.VALUE_ALLOWED, f"'{found}' is not a card's content.", "Let `trede deck review` write this file."
        case "string_pattern_mismatch":
            remedy = "Use small letters, digits and single hyphens, such as baker-broken-oven."
            return Rule.ID_FORM, f"'{found}' is not an id.", remedy
        case "odd_character":
            remedy = "Delete the character that cannot be seen; type the text anew if need be."
            return Rule.TEXT_CHARACTERS, f"The text holds the character {context['odd']}.", remedy
        case "text_empty":
            return Rule.LENGTH, "The text is empty.", "Write it, or remove the field if it may be absent."
        case "text_long" | "string_too_long":
            most = context.get("max_length", TEXT_LONGEST)
            return Rule.LENGTH, f"The text is longer than {most} characters.", "Shorten it."
        case "too_short" | "too_long":
            return _count(detail["type"], found, context)
    return _not_the_kind(document, detail, found)


def _missing(name: str) -> tuple[Rule, str, str]:
    if name in {"nl", "en"}:
        language = {"nl": "Dutch", "en": "English"}[name]
        message = f"The {language} text is missing."
        return Rule.FIELD_MISSING, message, f'Add {name}: "..." - every text is in both languages.'
    return Rule.FIELD_MISSING, f"The field '{name}' is missing.", f"Add {name}: as the shipped files have it."


def _unknown(shape: type[Shape], location: Sequence[str | int], name: str) -> tuple[Rule, str, str]:
    known = sorted(_field_names(shape, location[:-1]))
    message = f"There is no field '{name}' here."
    return Rule.FIELD_UNKNOWN, message, one_of(known, nearest_name(name, known)) if known else "Remove it."


def _not_text(found: Any, path: FieldPath) -> tuple[Rule, str, str]:
    if _OPTION_FIELDS & set(path[-3:]):
        remedy = "Write the option's id, such as supporter; options have no numbers."
        return Rule.VALUE_KIND, f"An option's id is meant here, and {_said(found)} stands here.", remedy
    remedy = 'Write text in double quotes: "..."'
    return Rule.VALUE_KIND, f"Text is meant here, and {_said(found)} stands here.", remedy


def _count(kind: str, found: Any, context: Mapping[str, Any]) -> tuple[Rule, str, str]:
    if kind == "too_short":
        least = context["min_length"]
        return Rule.LENGTH, f"There are {len(found)} here; {least} is the least.", "Add what is missing."
    most = context["max_length"]
    return Rule.LENGTH, f"There are {len(found)} here; {most} is the most.", "Take some away, or split the file."


def _not_the_kind(document: Document, detail: ErrorDetails, found: Any) -> tuple[Rule, str, str]:
    meant, remedy = {
        "model_type": ("Fields are meant", "Write fields as 'name: value', as the shipped files have it."),
        "dict_type": ("Fields are meant", "Write fields as 'name: value', as the shipped files have it."),
        "list_type": ("A list is meant", "Write [one, two], or one line each beginning with '- '."),
        "int_type": ("A whole number is meant", "Write digits only, without quotes."),
        "float_type": ("A number is meant", "Write a number such as 0.5, without quotes."),
        "finite_number": ("A number is meant", "Write a number such as 0.5, without quotes."),
    }.get(detail["type"], ("", ""))
    if meant:
        return Rule.VALUE_KIND, f"{meant} here, and {_said(found)} stands here.", remedy
    bound = detail["msg"].removeprefix("Input should be ")
    return Rule.VALUE_ALLOWED, f"{_said(found).capitalize()} is out of bounds.", f"It must be {bound}."


def _field_names(shape: type[Shape], location: Sequence[str | int]) -> set[str]:
    """The fields that may stand at a place inside a shape."""
    here: Any = shape.model_json_schema()
    parts = here.get("$defs", {})
    for step in location:
        here = _resolved(here, parts)
        inner = here.get("items") if isinstance(step, int) else here.get("properties", {}).get(step)
        here = inner or here.get("additionalProperties") or {}
    return set(_resolved(here, parts).get("properties", {}))


def _resolved(schema: Mapping[str, Any], parts: Mapping[str, Any]) -> Mapping[str, Any]:
    for candidate in (schema, *schema.get("anyOf", [])):
        if "$ref" in candidate:
            return parts[candidate["$ref"].rsplit("/", 1)[-1]]  # type: ignore[no-any-return]
    for candidate in schema.get("anyOf", []):
        if candidate.get("type") != "null":
            return candidate  # type: ignore[no-any-return]
    return schema


def _last_name(path: FieldPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _said(found: Any) -> str:
    if found is None:
        return "nothing"
    if isinstance(found, bool):
        return f"the word {str(found).lower()}"
    if isinstance(found, int | float):
        return f"the number {found}"
    if isinstance(found, str):
        return f"the text '{found}'"
    return "a list" if isinstance(found, list) else "a group of fields"
