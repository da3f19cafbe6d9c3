"""Shapes as TypeScript source."""

import json
import re
from collections.abc import Iterable

from server.devtools.wire_export.shapes import Alias, ObjectShape, Shape, Words


def declarations(shapes: Iterable[Shape]) -> str:
    """Every shape as an exported declaration with its words as a doc comment."""
    return "\n".join(_declaration(shape) for shape in shapes)


def constant_name(name: str) -> str:
    """The name of the list of an enum's words: StepAction -> STEP_ACTIONS."""
    words = re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper()
    return words + ("ES" if words.endswith("S") else "S")


def comment(text: str, indent: str = "") -> str:
    """A doc comment, or nothing for no words."""
    lines = in_browser_words(text).replace("*/", "* /").splitlines()
    if not lines:
        return ""
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    body = "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines)
    return f"{indent}/**\n{body}{indent} */\n"


def in_browser_words(text: str) -> str:
    """Python's words for nothing and for truth, as the browser says them."""
    for python, browser in (("None", "null"), ("True", "true"), ("False", "false")):
        text = re.sub(rf"\b{python}\b", browser, text)
    return text


def _declaration(shape: Shape) -> str:
    match shape:
        case Alias():
            return f"{comment(shape.doc)}export type {shape.name} = {shape.type};\n"
        case Words():
            return _words(shape)
        case ObjectShape():
            fields = "".join(
                f"  readonly {field.name}{'?' if field.is_optional else ''}: {field.type};\n" for field in shape.fields
            )
            return f"{comment(shape.doc)}export interface {shape.name} {{\n{fields}}}\n"


def _words(shape: Words) -> str:
    constant = constant_name(shape.name)
    lines = "".join(f"{comment(shape.docs.get(word, ''), '  ')}  {json.dumps(word)},\n" for word in shape.words)
    return (
        f"{comment(shape.doc)}export const {constant} = [\n{lines}] as const;\n"
        f"export type {shape.name} = (typeof {constant})[number];\n"
    )
