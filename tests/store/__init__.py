"""The store against a real Valkey; the contract of the log also against memory."""
