"""Reads the words that Python itself forgets: the string under an enum member, a NewType, a constant."""

import ast
import inspect
import textwrap
from enum import Enum
from types import ModuleType


def member_docs(enum: type[Enum]) -> dict[str, str]:
    """The string that stands under each member of an enum, by the member's name, where there is one."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(enum)))
    body = tree.body[0]
    assert isinstance(body, ast.ClassDef)
    return _strings_under_names(body.body)


def module_docs(module: ModuleType) -> dict[str, str]:
    """The string that stands under each assigned name of a module."""
    return _strings_under_names(ast.parse(inspect.getsource(module)).body)


def own_doc(kind: type) -> str:
    """The docstring written on a class, without the one that dataclass, Enum or pydantic would make up."""
    text = kind.__dict__.get("__doc__")
    if not text or text.startswith(f"{kind.__name__}("):
        return ""
    return inspect.cleandoc(text)


def _strings_under_names(statements: list[ast.stmt]) -> dict[str, str]:
    docs: dict[str, str] = {}
    name: str | None = None
    for statement in statements:
        if name is not None and (text := _string(statement)) is not None:
            docs[name] = inspect.cleandoc(text)
        name = _assigned_name(statement)
    return docs


def _string(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        value = statement.value.value
        return value if isinstance(value, str) else None
    return None


def _assigned_name(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id
    return None
