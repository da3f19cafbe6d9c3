"""Tests of server/engine, of the settings and of the clock."""
