"""Decks and axes: from game_content/ to checked values or readable problems."""
