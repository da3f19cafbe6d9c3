"""Checks that need a program which not every machine has: run by a make target, never skipped in silence."""
