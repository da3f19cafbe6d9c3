"""Values that are made by the thousand while a hall waits, in half the time.

The `__init__` of a frozen dataclass goes around its own guard for each field. Here a new value belongs to a twin class
without that guard while its fields are set, and to its own before anybody sees it. What it is and does stays the same.
"""

from dataclasses import MISSING, fields
from typing import Any, TypeVar

Kind = TypeVar("Kind")

_set_class: Any = object.__dict__["__class__"].__set__
"""Past the guard, which would refuse `value.__class__ = twin`."""


def quickly_made(kind: type[Kind]) -> type[Kind]:
    """Decorates a dataclass that is frozen, has slots, and whose fields are all arguments, none made by a factory.

    Raises TypeError for any other.
    """
    if not _can_be(kind):
        raise TypeError(f"{kind.__name__} cannot be made quickly: only a frozen dataclass with slots and plain fields.")
    stock: Any = kind.__init__
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    open_to_all = {"__slots__": kind.__slots__, "__setattr__": object.__setattr__}  # type: ignore[attr-defined]
    known: dict[str, Any] = {
        "set_class": _set_class,
        "twin": type(kind.__name__, kind.__bases__, open_to_all),
        "kind": kind,
    }
    lines = [f"def __init__(self, {', '.join(names)}):", "set_class(self, twin)"]
    lines += [f"self.{name} = {name}" for name in names]
    lines += ["self.__class__ = kind"]
    exec("\n ".join(lines), known)  # as dataclasses does; the names are those of its fields
    init = known["__init__"]
    init.__defaults__, init.__annotations__ = stock.__defaults__, stock.__annotations__
    init.__qualname__ = stock.__qualname__
    kind.__init__ = init  # type: ignore[method-assign]
    return kind


def _can_be(kind: Any) -> bool:
    made_with = getattr(kind, "__dataclass_params__", None)
    is_frozen = made_with is not None and made_with.frozen
    if not is_frozen or "__slots__" not in kind.__dict__ or hasattr(kind, "__post_init__"):
        return False
    return all(field.init and not field.kw_only and field.default_factory is MISSING for field in fields(kind))
