"""Which sheets everybody who listens to a channel has: those need not be sent to it again.

A connection enters its channels before it is greeted, and what is noted here is noted before it is sent. So whoever
comes in meanwhile has, of what its channel was told before, only what the greeting tells; the channel then counts as
told no more than that. A sheet too many costs its bytes once; for one too few a client asks `again`.
"""

from collections.abc import Mapping

from server.rooms.ports import Concurrency

Sheets = Mapping[str, str]
"""What sheets say, in JSON, by id."""
AT_ONCE_MOST = 4
"""So many sheets that will be needed again and again go with every greeting; of more those that were needed yet."""


class Told:
    """The sheets that the channels of this process were told."""

    def __init__(self, concurrency: Concurrency) -> None:
        self._lock = concurrency.lock()
        self._by_channel: dict[str, set[str]] = {}

    def news_for(self, channel: str, sheets: Sheets) -> Sheets:
        """Of the sheets of a view those that go to the channel with it, since somebody there may not have them."""
        with self._lock:
            told = self._by_channel.setdefault(channel, set())
            news = {sheet: text for sheet, text in sheets.items() if sheet not in told}
            told.update(news)
        return news

    def greeting(self, channel: str, sheets: Sheets, lasting: Sheets) -> Sheets:
        """What a connection is told that comes into a channel, or begins anew there: of all sheets it has these alone.

        `sheets` are those of its first view; `lasting` those that later views will need.
        """
        with self._lock:
            told = self._by_channel.get(channel)
            if len(lasting) > AT_ONCE_MOST:
                lasting = {sheet: text for sheet, text in lasting.items() if told and sheet in told}
            greeting = {**lasting, **sheets}
            if told is None:
                self._by_channel[channel] = set(greeting)
            else:
                told.intersection_update(greeting)
        return greeting

    def forget(self, *channels: str) -> None:
        """Nobody listens there any more."""
        with self._lock:
            for channel in channels:
                self._by_channel.pop(channel, None)
