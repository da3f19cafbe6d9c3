"""The game: what is allowed and what is remembered. Pure, standard library only."""
