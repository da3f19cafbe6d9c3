"""The path of one command through a room, and the ports it needs."""
