"""The server of Trede, live classification rounds for the lecture hall; server/README.md is the map."""
