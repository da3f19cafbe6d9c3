"""The browser's types and the protocol's page are written from the server's own types, and staleness is noticed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, NewType

import pytest
from pydantic import BaseModel

from server import wire
from server.devtools.export_wire_types import main, write_files
from server.devtools.wire_export.docstrings import member_docs
from server.devtools.wire_export.generated_ts import generated_ts
from server.devtools.wire_export.protocol_page import protocol_page
from server.devtools.wire_export.shapes import UnknownShape, shapes_of, type_name
from server.devtools.wire_export.typescript import constant_name, declarations
from server.rooms.outcomes import Accepted, Refused
from server.rules.ids import Version
from server.rules.phases import Phase
from server.rules.refusals import RefusalCode
from server.wire.client_messages import HOST_COMMANDS, PLAYER_COMMANDS
from server.wire.server_messages import ViewEvent, ack_body

BreadId = NewType("BreadId", str)


class Crust(StrEnum):
    """How it was baked."""

    DARK = "dark"
    """Ten minutes longer."""
    PALE = "pale"


@dataclass(frozen=True, slots=True)
class Bread:
    """One loaf. `eaten_by` is None while it is whole."""

    id: BreadId
    crust: Crust
    slices: tuple[int, ...]
    eaten_by: str | None
    size: tuple[float, float]
    prices: Mapping[BreadId, int]


class OrderMessage(BaseModel):
    """Asks for a loaf."""

    bread: BreadId
    sliced: bool = False
    way: Literal["shop", "home"]


@dataclass(frozen=True, slots=True)
class Unsayable:
    """Holds what JSON has no word for."""

    crumbs: bytes


def test_a_dataclass_becomes_an_interface_with_its_words() -> None:
    written = declarations(shapes_of([Bread]))
    assert "/** One loaf. `eaten_by` is null while it is whole. */\nexport interface Bread {" in written
    assert "readonly id: BreadId;" in written
    assert "readonly slices: readonly number[];" in written
    assert "readonly eaten_by: string | null;" in written
    assert "readonly size: readonly [number, number];" in written
    assert "readonly prices: Readonly<Record<BreadId, number>>;" in written


def test_parts_are_declared_once_and_before_the_whole() -> None:
    names = [shape.name for shape in shapes_of([Bread, Bread])]
    assert names == ["BreadId", "Crust", "Bread"]


def test_a_closed_list_of_words_is_a_type_and_a_list_to_walk_through() -> None:
    written = declarations(shapes_of([Crust]))
    assert 'export const CRUSTS = [\n  /** Ten minutes longer. */\n  "dark",\n  "pale",\n] as const;' in written
    assert "export type Crust = (typeof CRUSTS)[number];" in written
    assert constant_name("CardStatus") == "CARD_STATUSES"


def test_what_a_message_may_leave_away_is_optional() -> None:
    written = declarations(shapes_of([OrderMessage]))
    assert "readonly bread: BreadId;" in written
    assert "readonly sliced?: boolean;" in written
    assert 'readonly way: "shop" | "home";' in written


def test_a_type_without_a_word_in_json_is_refused_rather_than_guessed() -> None:
    with pytest.raises(UnknownShape):
        shapes_of([Unsayable])
    with pytest.raises(UnknownShape):
        type_name(complex)


def test_every_code_has_a_meaning_and_the_page_has_them_all() -> None:
    meanings = member_docs(RefusalCode)
    page = protocol_page()
    for code in RefusalCode:
        assert meanings.get(code.name), f"{code.name} has no docstring under it"
        assert f"| `{code.value}` |" in page


def test_the_page_leaves_no_place_unfilled_and_names_each_phase() -> None:
    page = protocol_page()
    assert "{{" not in page
    for phase in Phase:
        assert f"`{phase.value}`" in page


def test_the_page_names_every_address_of_the_server() -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(wire.__path__[0]).glob("*.py"))
    addresses = re.findall(r'add_url_rule\(\s*"([^"]+)"', sources)
    assert "/api/pins/<pin>" in addresses
    page = protocol_page()
    for address in addresses:
        told = address.replace("_id>", ">").replace("<path:name>", "<path>")
        assert re.search(rf"`(GET|POST|DELETE) {re.escape(told)}[`?]", page), f"{told} is not in docs/protocol.md"


def test_every_event_stands_in_both_files() -> None:
    page, types = protocol_page(), generated_ts()
    for event in (*ViewEvent, *PLAYER_COMMANDS, *HOST_COMMANDS):
        assert f"| `{event}` |" in page
        assert f"  readonly {event}: " in types
    assert "readonly seat: SeatView | null;" in types


def test_an_ack_has_the_fields_that_are_written_for_it() -> None:
    types = generated_ts()
    for name, body in (
        ("Accepted", ack_body(Accepted(Version(3)))),
        ("Refused", ack_body(Refused(RefusalCode.NAME_TAKEN, "Noor 2"))),
    ):
        declared = types.split(f"export interface {name} {{")[1].split("\n}")[0]
        assert set(re.findall(r"readonly (\w+)\??:", declared)) == set(body)


def test_what_was_just_written_is_fresh(tmp_path: Path) -> None:
    assert write_files(tmp_path) == [
        "web/src/wire/generated.ts",
        "docs/protocol.md",
        "game_content/deck.schema.json",
        "game_content/axis.schema.json",
        "game_content/exam.schema.json",
        "game_content/trial.schema.json",
    ]
    assert write_files(tmp_path) == []
    assert main(["--check"], project=tmp_path) == 0


def test_a_changed_or_missing_file_is_stale(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path)
    (tmp_path / "docs/protocol.md").write_text("something else", encoding="utf-8")
    assert main(["--check"], project=tmp_path) == 1
    assert "docs/protocol.md is stale: run `make wire`" in capsys.readouterr().out
    assert (tmp_path / "docs/protocol.md").read_text(encoding="utf-8") == "something else"


def test_the_files_in_the_project_are_fresh() -> None:
    assert main(["--check"]) == 0
