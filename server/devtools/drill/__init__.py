"""Plays whole rooms while things are broken on purpose, and lets the oracle judge what came of it."""
