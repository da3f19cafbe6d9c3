"""Sessions that were really played, kept as files, and how they were made."""

from pathlib import Path

FOLDER = Path(__file__).parent
HOUR = "hour-of-120.trede-log"
STANDINGS = "hour-of-120.standings.json"
EVENTS = "every-event.jsonl"
"""Some events of every kind, as they stood in a log when the kind was new."""
