"""All that crosses the network: messages, sockets, HTTP, sessions."""
