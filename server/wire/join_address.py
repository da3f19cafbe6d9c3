"""Where phones reach this server: the address on the projector, in the QR code and in the terminal."""

import io
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import segno

from server.rules.ids import Pin

ANY_ADDRESS = frozenset({"0.0.0.0", "::", ""})
FAR_AWAY = ("192.0.2.1", 9)
"""A documentation address: nothing is sent to it, it only makes the system choose its own side of the way there."""
LOOPBACK = "127.0.0.1"


def lan_address() -> str:
    """This machine's address on its network; the loopback address when it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(FAR_AWAY)
            address: str = probe.getsockname()[0]
        except OSError:
            return LOOPBACK
    return LOOPBACK if address in ANY_ADDRESS else address


class JoinAddress:
    """Asked anew each time, since a laptop may join the Wi-Fi after the server has started."""

    def __init__(
        self, public_url: str | None, host: str, port: int, own_address: Callable[[], str] = lan_address
    ) -> None:
        self._public_url = public_url
        self._host = host
        self._port = port
        self._own_address = own_address

    @property
    def base_url(self) -> str:
        """Without a slash at its end."""
        if self._public_url is not None:
            return self._public_url
        host = self._own_address() if self._host in ANY_ADDRESS else self._host
        return f"http://{f'[{host}]' if ':' in host else host}:{self._port}"

    @property
    def host(self) -> str:
        """What a student types: without scheme and path."""
        return urlsplit(self.base_url).netloc

    def url(self, pin: Pin) -> str:
        """What a QR code holds."""
        return f"{self.base_url}/join/{pin}"


def qr_svg(text: str) -> bytes:
    """A QR code as an SVG without a size of its own."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="svg", omitsize=True, border=2, xmldecl=False)
    return picture.getvalue()
