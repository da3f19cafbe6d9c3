"""The whole of docs/protocol.md."""


def protocol_page() -> str:
    """The page's text, the same for the same types."""
    return ""
