"""The whole of web/src/wire/generated.ts."""

import json

from server.devtools.wire_export.catalogue import (
    COMMANDS,
    HOST_CHOICES,
    PROTOCOL,
    ROLES,
    VIEWS,
    retry_codes,
    wire_shapes,
)
from server.devtools.wire_export.typescript import declarations
from server.rules.scoring import GAIN, LOSS
from server.wire.client_messages import HOST_COMMANDS, PLAYER_COMMANDS

_HEAD = """\
/* Generated from the server's own types by `make wire`. Not for editing: change the Python type instead. */
"""

SCREEN_CHANGE = """\
/** The part of a ScreenView that a frame of a replay changes; the first frame of a part changes all of it. */
export type ScreenChange = Partial<ScreenView>;
"""

_CONVERSATION = """\
/** The server has it: the room's log is at least at `version`. */
export interface Accepted {
  readonly ok: true;
  readonly version: Version;
}

/** Refused. With `retry` the same command may be sent again, unchanged. */
export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly retry: boolean;
  /** What would have been accepted instead, where there is such a thing: a free name. */
  readonly suggestion?: string;
}

/** The one answer to every command. */
export type Ack = Accepted | Refused;

/** The body of every HTTP error. */
export interface HttpError {
  readonly code: RefusalCode;
  readonly retry: boolean;
}
"""


def generated_ts() -> str:
    """The file's text, the same for the same types."""
    parts = [_HEAD, _constants(), declarations(wire_shapes()), SCREEN_CHANGE, _CONVERSATION, _event_maps()]
    return "\n".join(parts)


def _constants() -> str:
    choices = "".join(f"export const {name} = {value};\n" for name, value in HOST_CHOICES.items())
    return (
        "/** The edition of the protocol that these types describe. */\n"
        f"export const PROTOCOL = {PROTOCOL};\n\n"
        f"/* The bounds of what a host may choose. */\n{choices}\n"
        "/* Points for a right and for a wrong pick, by how sure one is of it. */\n"
        f"export const CONFIDENCE_WINS = {json.dumps(dict(GAIN))} as const;\n"
        f"export const CONFIDENCE_LOSES = {json.dumps(dict(LOSS))} as const;\n\n"
        f"export const ROLES = {json.dumps(list(ROLES))} as const;\n"
        "export type Role = (typeof ROLES)[number];\n"
    )


def _event_maps() -> str:
    heard = "".join(f"  readonly {event}: {view.type};\n" for event, view in VIEWS.items())
    return "\n".join(
        (
            "/** Codes after which the same command may succeed unchanged. */\n"
            f"export const RETRY_CODES: readonly RefusalCode[] = {json.dumps(list(retry_codes()))};\n",
            "/** What the server sends: the body of each event. Every one is whole. */\n"
            f"export interface ServerToClient {{\n{heard}}}\n",
            _command_map("PlayerCommands", "What a player may send.", list(PLAYER_COMMANDS)),
            _command_map("HostCommands", "What the host may send.", list(HOST_COMMANDS)),
            "/** Everything that may be sent; each is answered with one Ack. */\n"
            "export interface Commands extends PlayerCommands, HostCommands {}\n"
            "export type CommandName = keyof Commands;\n",
        )
    )


def _command_map(name: str, doc: str, events: list[str]) -> str:
    lines = "".join(f"  readonly {event}: {COMMANDS[event].__name__};\n" for event in events)
    return f"/** {doc} */\nexport interface {name} {{\n{lines}}}\n"
