"""Adds lines to every-event.jsonl for the kinds of event that have none yet; what stands there is never changed.

python -m tests.recorded.record_events
"""

import json
import warnings

from hypothesis.errors import NonInteractiveExampleWarning

from server.store.event_codec import encode_event
from tests.recorded import EVENTS, FOLDER
from tests.store.test_event_codec import KINDS, events_of

LINES_OF_EACH = 6


def main() -> None:
    """Writes what is lacking."""
    path = FOLDER / EVENTS
    there = {json.loads(line)[0] for line in path.read_bytes().splitlines()} if path.exists() else set()
    with path.open("ab") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore", NonInteractiveExampleWarning)
        for kind in KINDS:
            if kind.__name__ not in there:
                lines = {encode_event(events_of(kind).example()) for _ in range(3 * LINES_OF_EACH)}
                # The longest say most.
                file.write(b"".join(line + b"\n" for line in sorted(lines, key=len)[-LINES_OF_EACH:]))


if __name__ == "__main__":
    main()
