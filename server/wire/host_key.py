"""The host token: who holds it is the owner of the machine."""

import hmac

HOST_COOKIE = "trede_host"


class HostKey:
    """The secret of the host link, and of the cookie that it leaves."""

    def __init__(self, token: str) -> None:
        self.token = token

    def fits(self, given: str | None) -> bool:
        """Whether this is the token; how long that takes says nothing about it."""
        return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())
