"""The whole of docs/protocol.md: the prose of protocol_template.md, filled with the server's own lists."""

import re
from collections.abc import Mapping
from pathlib import Path

from server.devtools.wire_export.catalogue import (
    COMMANDS,
    HOST_CHOICES,
    LIMITS,
    PROTOCOL,
    ROLES,
    VIEWS,
    allowing_phases,
    http_status,
    retry_codes,
    view_shapes,
    wire_shapes,
)
from server.devtools.wire_export.docstrings import member_docs
from server.devtools.wire_export.generated_ts import SCREEN_CHANGE
from server.devtools.wire_export.shapes import Shape, Words
from server.devtools.wire_export.typescript import declarations
from server.rules.phases import LIVE, Phase
from server.rules.refusals import RefusalCode
from server.wire.client_messages import HOST_COMMANDS
from server.wire.server_messages import ViewEvent
from server.wire.sessions import Handshake

TEMPLATE = Path(__file__).with_name("protocol_template.md")


def protocol_page() -> str:
    """The page's text, the same for the same types. Raises KeyError for a place that nothing fills."""
    fillings = _fillings()
    return re.sub(r"\{\{(\w+)\}\}", lambda place: fillings[place[1]], TEMPLATE.read_text(encoding="utf-8"))


def _fillings() -> Mapping[str, str]:
    views, commands, bodies = _sections()
    return {
        "protocol": str(PROTOCOL),
        "roles": ", ".join(f"`{role}`" for role in ROLES),
        "phases": ", ".join(f"`{phase.value}`" for phase in Phase),
        "views": "\n".join(_view_row(event) for event in VIEWS),
        "view_types": declarations(views),
        "commands": "\n".join(_command_row(event) for event in COMMANDS),
        "command_types": declarations(commands),
        "codes": "\n".join(_code_rows()),
        "http_types": f"{SCREEN_CHANGE}\n{declarations(bodies)}",
        **{name: str(value) for name, value in HOST_CHOICES.items()},
        **LIMITS,
    }


def _sections() -> tuple[list[Shape], list[Shape], list[Shape]]:
    """The shapes of views, commands and HTTP bodies; each shape in the first section that needs it."""
    in_views = {shape.name for shape in view_shapes()}
    sent = {message.__name__ for message in COMMANDS.values()} | {"CommandId"}
    views: list[Shape] = []
    commands: list[Shape] = []
    bodies: list[Shape] = []
    for shape in wire_shapes():
        if shape.name in in_views:
            views.append(shape)
        elif shape.name == Handshake.__name__:
            continue
        elif shape.name in sent:
            commands.append(shape)
        else:
            bodies.append(shape)
    return [shape for shape in views if not _is_list_of_codes(shape)], commands, bodies


def _is_list_of_codes(shape: Shape) -> bool:
    return isinstance(shape, Words) and shape.name == RefusalCode.__name__


def _view_row(event: ViewEvent) -> str:
    view = VIEWS[event]
    body = f"`{view.body.__name__}`" + (" or `null`" if view.is_nullable else "")
    return f"| `{event}` | {body} | {view.role} | {view.when} |"


def _command_row(event: str) -> str:
    sender = "host" if event in HOST_COMMANDS else "player"
    phases = allowing_phases(event)
    allowed = "all but `ended`" if set(phases) == LIVE else ", ".join(f"`{phase.value}`" for phase in phases)
    return f"| `{event}` | {sender} | `{COMMANDS[event].__name__}` | {allowed} |"


def _code_rows() -> list[str]:
    meanings = member_docs(RefusalCode)
    again = retry_codes()
    return [
        f"| `{code.value}` | {'yes' if code.value in again else ''} | {http_status(code)} | {meanings[code.name]} |"
        for code in RefusalCode
    ]
