"""The link by which the first lecturer of all makes an account, for who starts the server at a terminal.

Only there: what goes into a pipe is kept in some log. `trede lecturer invite` makes a link at any time.
"""

from typing import TextIO

from server.accounts.invitations import Invitations
from server.rooms.ports import StoreFull, StoreUnavailable


def first_lecturer_notes(invitations: Invitations, base_url: str, out: TextIO) -> tuple[str, ...]:
    """What to say of it; nothing where there is a lecturer, and where nobody reads it at once."""
    if not out.isatty():
        return ()
    try:
        secret = invitations.offer_first()
    except (StoreUnavailable, StoreFull):  # no class waits for this
        return ()
    if secret is None:
        return ()
    return ("Several lecturers? An account for the first, once and within a day:", f"{base_url}/invite#{secret}", "")
