"""JSON values that nobody sends: samples out of a message's own schema, and wounds in them."""

import json
from collections.abc import Mapping
from random import Random
from typing import Any

STRANGE_TEXTS = (
    "", " ", "\u0000", "a\u0000b", "\ud800", "\udfff\ud800", "\u202eevil", "\u200b\u200d\ufeff", "e" + "\u0301" * 60,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\uff2e\uff4f\uff4f\uff52", "<script>alert(1)</script>", "__proto__",
    "constructor", "../../etc/passwd", "'; drop table", "{{7*7}}", "%00%n%s", "\r\nSet-Cookie: a=b", "\x1b[2J",
    "\u2028", "x" * 101, "y" * 5_000, "\ufdfa" * 300, "-0", "NaN", "null", "1e999", "true", "0x10",
)  # fmt: skip
STRANGE_NUMBERS: tuple[Any, ...] = (
    0, -1, -0.0, 1, 2, 0.5, 1.5, 1e-320, 1e22, 1e308, 2**31, 2**31 - 1, 2**53, 2**53 + 1, -(2**63), 2**63, 2**64,
    10**24,
)  # fmt: skip
RAW = (
    "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 40, "01", "+1", "1.", ".5", "0x10", "'a'",
    "undefined",
    '"\\x"', '"\\u12"', "tru", "[", "{", "]", "}", ",", "", '"', "/*", '{"a":1,"a":2}', "\u00a0", "\ufeff{}",
)  # fmt: skip
"""What is no JSON at all, or not quite."""
PLACE = "\u0001PLACE\u0001"


def sample(schema: Mapping[str, Any], dice: Random, defs: Mapping[str, Any] | None = None, depth: int = 0) -> Any:
    """A value that more or less fits a JSON schema as pydantic writes it."""
    defs = defs if defs is not None else schema.get("$defs", {})
    if "$ref" in schema:
        return sample(defs[schema["$ref"].rsplit("/", 1)[-1]], dice, defs, depth)
    if "anyOf" in schema:
        return sample(dice.choice(schema["anyOf"]), dice, defs, depth)
    if "enum" in schema:
        return dice.choice(schema["enum"])
    if "const" in schema:
        return schema["const"]
    match schema.get("type"):
        case "object":
            return _object(schema, dice, defs, depth)
        case "array":
            return [sample(schema.get("items", {}), dice, defs, depth + 1) for _ in range(dice.randrange(4))]
        case "string":
            return dice.randbytes(12).hex() if "pattern" in schema else dice.choice(("a", "stage", "client", "Noor"))
        case "integer":
            return dice.randrange(schema.get("minimum", 0), min(schema.get("maximum", 100), 10_000) + 1)
        case "number":
            return dice.random()
        case "boolean":
            return dice.random() < 0.5
        case _:
            return None


def _object(schema: Mapping[str, Any], dice: Random, defs: Mapping[str, Any], depth: int) -> dict[str, Any]:
    required = schema.get("required", ())
    made = {
        name: sample(part, dice, defs, depth + 1)
        for name, part in schema.get("properties", {}).items()
        if name in required or dice.random() < 0.7
    }
    extra = schema.get("additionalProperties")
    if isinstance(extra, Mapping) and depth < 4:
        made |= {key: sample(extra, dice, defs, depth + 1) for key in ("stage", "form")[: dice.randrange(3)]}
    return made


def wounded(value: Any, dice: Random) -> Any:
    """The value with something else in one place."""
    if isinstance(value, dict) and value and dice.random() < 0.8:
        name = dice.choice(sorted(value))
        match dice.randrange(8):
            case 0:
                return {other: part for other, part in value.items() if other != name}
            case 1:
                return {**value, dice.choice(STRANGE_TEXTS): strange(dice)}
            case _:
                return {**value, name: wounded(value[name], dice)}
    if isinstance(value, list) and value and dice.random() < 0.7:
        place = dice.randrange(len(value))
        spoiled = [*value[:place], wounded(value[place], dice), *value[place + 1 :]]
        is_flat = not any(isinstance(part, list | dict) for part in spoiled)  # 200 times 200 times ... is no message
        return spoiled * dice.choice((1, 1, 1, 200 if is_flat else 2))
    return strange(dice)


def strange(dice: Random) -> Any:
    """Something odd of any type."""
    match dice.randrange(9):
        case 0 | 1 | 2:
            return dice.choice(STRANGE_TEXTS)
        case 3 | 4:
            return dice.choice(STRANGE_NUMBERS)
        case 5:
            return dice.choice((None, True, False, [], {}, [[]], [None]))
        case 6:
            return deep(dice.choice((2, 7, 8, 9, 50, 400)), dice.random() < 0.5)
        case 7:
            return [dice.choice(STRANGE_NUMBERS)] * dice.choice((1, 17, 65, 600))
        case _:
            return PLACE


def deep(levels: int, is_list: bool) -> Any:
    """A value so many levels deep."""
    value: Any = 1
    for _ in range(levels):
        value = [value] if is_list else {"a": value}
    return value


def written(value: Any, dice: Random) -> str:
    """JSON, except where a place was left for what is none."""
    text = json.dumps(value, ensure_ascii=dice.random() < 0.9)
    text = text.replace(json.dumps(PLACE), dice.choice(RAW)).replace(PLACE, "x")
    return text.encode("utf-8", "replace").decode()
