"""A process of its own with a private store, to be killed: prints the store's address and process, then waits."""

import sys
from pathlib import Path

from server.store.embedded import EmbeddedStore
from tests.support.plain_threads import PlainThreads


def main() -> None:
    """Arguments: the data folder."""
    store = EmbeddedStore(Path(sys.argv[1]), PlainThreads())
    sys.stdout.write(f"{store.start()} {store.process_id}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
