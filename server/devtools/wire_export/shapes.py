"""The server's own types as the shapes that cross the wire: aliases, closed lists of words, and objects.

Dataclasses go out whole, so each of their fields is there; a pydantic model comes in, so a field with a
default may be left away.
"""

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, NewType, Union, cast, get_args, get_origin

from pydantic import BaseModel

from server.devtools.wire_export.docstrings import member_docs, module_docs, own_doc
from server.rules import ids

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Alias:
    """A named plain value, such as an id."""

    name: str
    type: str
    doc: str


@dataclass(frozen=True, slots=True)
class Words:
    """A closed list of strings; `docs` has the meaning of each word that needs one."""

    name: str
    words: tuple[str, ...]
    doc: str
    docs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of an object, its type in TypeScript."""

    name: str
    type: str
    is_optional: bool


@dataclass(frozen=True, slots=True)
class ObjectShape:
    """An object with its fields in the order in which they are declared."""

    name: str
    fields: tuple[FieldShape, ...]
    doc: str


Shape = Alias | Words | ObjectShape

_PLAIN: dict[Any, str] = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
    object: "unknown",
}


class UnknownShape(TypeError):
    """A type that this exporter cannot say in TypeScript."""


def shapes_of(roots: Sequence[type]) -> list[Shape]:
    """Every shape that the roots are made of, each once, parts before wholes."""
    found: dict[str, Shape] = {}
    for root in roots:
        _collect(root, found)
    return list(found.values())


def type_name(kind: Any) -> str:
    """A Python type as TypeScript writes it. Raises UnknownShape."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, NewType) or (isinstance(kind, type) and get_origin(kind) is None):
        return _named(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is typing.Annotated:
        return type_name(arguments[0])
    if origin is Literal:
        return " | ".join(f'"{word}"' if isinstance(word, str) else str(word).lower() for word in arguments)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(type_name(part) for part in arguments))
    if origin is tuple:
        return _tuple_name(arguments)
    if origin in (list, Sequence):
        return f"readonly {_element(arguments[0])}[]"
    if origin in (dict, Mapping):
        return f"Readonly<Record<{type_name(arguments[0])}, {type_name(arguments[1])}>>"
    raise UnknownShape(f"no TypeScript for {kind!r}")


def _named(kind: Any) -> str:
    is_shape = isinstance(kind, NewType) or is_dataclass(kind) or issubclass(kind, StrEnum | BaseModel)
    if not is_shape:
        raise UnknownShape(f"no TypeScript for {kind!r}")
    return str(kind.__name__)


def _tuple_name(arguments: tuple[Any, ...]) -> str:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return f"readonly {_element(arguments[0])}[]"
    return f"readonly [{', '.join(type_name(part) for part in arguments)}]"


def _element(kind: Any) -> str:
    name = type_name(kind)
    return f"({name})" if " " in name else name


def _collect(kind: Any, found: dict[str, Shape]) -> None:
    for part in get_args(kind):
        _collect(part, found)
    if isinstance(kind, NewType):
        plain = type_name(kind.__supertype__)
        found.setdefault(kind.__name__, Alias(kind.__name__, plain, module_docs(ids).get(kind.__name__, "")))
    elif isinstance(kind, type) and get_origin(kind) is None and kind not in _PLAIN:
        _collect_class(kind, found)


def _collect_class(kind: type, found: dict[str, Shape]) -> None:
    if kind.__name__ in found:
        return
    if issubclass(kind, StrEnum):
        words = tuple(member.value for member in kind)
        docs = {kind[name].value: text for name, text in member_docs(kind).items()}
        found[kind.__name__] = Words(kind.__name__, words, own_doc(kind), docs)
    elif is_dataclass(kind) or issubclass(kind, BaseModel):
        members = list(_members(kind))
        for _, part, _ in members:
            _collect(part, found)
        listed = tuple(FieldShape(name, type_name(part), optional) for name, part, optional in members)
        found[kind.__name__] = ObjectShape(kind.__name__, listed, own_doc(kind))


def _members(kind: type) -> Iterator[tuple[str, Any, bool]]:
    if issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            yield name, field.annotation, not field.is_required()
        return
    hints = typing.get_type_hints(kind)
    for member in fields(cast("type[DataclassInstance]", kind)):
        yield member.name, hints[member.name], False
