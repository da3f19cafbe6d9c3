"""Finding a server program, and which may read what another wrote."""

from pathlib import Path

import pytest

from server.store.programs import StoreProgram, examine, find_programs


def pretending(folder: Path, answer: str) -> Path:
    """A program that answers --version with this."""
    path = folder / "server"
    path.write_text(f"#!/bin/sh\n{answer}\n")
    path.chmod(0o700)
    return path


def test_this_machine_has_a_program_and_it_is_recognised() -> None:
    program = find_programs()[0]

    assert program.family in {"Valkey", "Redis"}
    assert program.name == f"{program.family} {program.version}"


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("echo 'Valkey server v=9.1.2 sha=00000000:1 malloc=libc bits=64 build=15'", "Valkey 9.1.2"),
        ("echo 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=d8'", "Redis 7.0.15"),
    ],
)
def test_a_program_is_what_it_says_it_is(tmp_path: Path, answer: str, name: str) -> None:
    program = examine(pretending(tmp_path, answer))

    assert program is not None
    assert program.name == name


@pytest.mark.parametrize("answer", ["echo 'KeyDB server v=6.3.4'", "exit 1", "kill -9 $$"])
def test_what_does_not_run_here_or_is_of_another_kind_is_passed_over(tmp_path: Path, answer: str) -> None:
    assert examine(pretending(tmp_path, answer)) is None
    assert examine(tmp_path / "missing") is None


def test_a_redis_older_than_6_2_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretending(tmp_path, "echo 'Redis server v=6.0.16 sha=0'").rename(tmp_path / "redis-server")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert [program for program in find_programs() if not program.is_bundled] == []


def test_a_program_of_the_machine_is_found_on_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretending(tmp_path, "echo 'Redis server v=6.2.0 sha=0'").rename(tmp_path / "redis-server")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert [program.name for program in find_programs() if not program.is_bundled] == ["Redis 6.2.0"]


@pytest.mark.parametrize(
    ("mine", "wrote", "can"),
    [
        (("Valkey", "9.1.2"), ("Valkey", "9.1.2"), True),
        (("Valkey", "9.1.2"), ("Valkey", "9.1.9"), True),
        (("Valkey", "10.0.0"), ("Valkey", "9.1.2"), True),
        (("Valkey", "9.0.9"), ("Valkey", "9.1.2"), False),
        (("Redis", "7.0.15"), ("Redis", "7.0.2"), True),
        (("Redis", "9.9.9"), ("Valkey", "9.1.2"), False),
        (("Valkey", "9.1.2"), ("Redis", "6.2.0"), False),
    ],
)
def test_the_same_family_reads_on_and_never_back(mine: tuple[str, str], wrote: tuple[str, str], can: bool) -> None:
    assert StoreProgram(*mine, path=Path("server")).can_read(*wrote) is can
