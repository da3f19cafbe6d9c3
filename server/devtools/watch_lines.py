"""The lines of a server's log that its watch writes (server/watch), told from complaints."""

import json


def is_told_by_the_watch(line: str) -> bool:
    """Whether a line only tells of a day that goes well, or slowly, or on which much is refused."""
    try:
        told = json.loads(line)
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("where") == "server.watch" and told.get("level") != "error"
