"""Whole games over real sockets, on both engines."""
