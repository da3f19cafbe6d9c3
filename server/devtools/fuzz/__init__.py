"""Seeded bad input on the wire, on HTTP, in decks and imports; a class of bots plays beside it and must not notice."""
