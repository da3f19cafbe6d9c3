"""Tests of server/rooms."""
