"""What a lecturer reads in the terminal: the two addresses, the join address as a QR code, and how to stop."""

import subprocess
import sys
from collections.abc import Sequence
from io import StringIO
from typing import TextIO

import segno

from server.wire.join_address import LOOPBACK, JoinAddress


def banner(host_link: str, join_address: JoinAddress, notes: Sequence[str]) -> str:
    """The text, with a QR code that a phone can scan off the screen."""
    code = StringIO()
    segno.make(join_address.base_url, error="l", micro=False).terminal(code, compact=True, border=2)
    lines = [
        "",
        f"  Lecturer   {host_link}",
        f"  Students   {join_address.base_url}",
        "",
        f"  From your own phone or another laptop: {join_address.base_url}/host with the same token.",
        "",
        *("  " + line for line in code.getvalue().splitlines()),
        "",
        *(f"  {note}" for note in notes),
    ]
    if join_address.host.startswith(LOOPBACK):
        lines.append("  This machine is on no network that phones could reach: set TREDE_PUBLIC_URL, or join one.")
    lines += ["  Ctrl-C stops the server and all that it started.", ""]
    return "\n".join(lines)


def say(text: str, out: TextIO) -> None:
    """Writes at once, also into a pipe; a terminal without these signs gets question marks, not an error."""
    encoding = out.encoding or "ascii"
    out.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    out.flush()


def open_browser(link: str) -> None:
    """Opens the link in the user's own browser, in a process of its own: some browsers block until they are closed."""
    subprocess.Popen(
        [sys.executable, "-m", "webbrowser", link],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
