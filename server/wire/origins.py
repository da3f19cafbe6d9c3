"""Whether a request comes from a page of this server. Browsers say where from; other programs need not."""

from urllib.parse import urlsplit


class Origins:
    """The pages that may speak to this server: those it served itself, by whatever address they were opened.

    Host and port must match; http or https need not, since a proxy may speak the one outside and the other inside.
    A request without Origin comes from no browser's page, and must still show a token.
    """

    def __init__(self, public_url: str | None) -> None:
        self._public_host = _host_of(public_url) if public_url else None

    def is_ours(self, origin: str | None, environ: dict[str, str]) -> bool:
        """Whether a page of this origin may send this request."""
        if origin is None:
            return True
        host = _host_of(origin)
        if host is None:
            return False
        forwarded = environ.get("HTTP_X_FORWARDED_HOST", "").split(",")[0].strip().lower()
        own = {environ.get("HTTP_HOST", "").lower(), forwarded, self._public_host} - {"", None}
        return host in own


def _host_of(origin: str) -> str | None:
    """Host and port of an address; None for one that is not http or https, as "null" is not."""
    try:
        parts = urlsplit(origin)
    except ValueError:  # such as "http://[", which no browser says
        return None
    return parts.netloc.lower() if parts.scheme in {"http", "https"} and parts.netloc else None
