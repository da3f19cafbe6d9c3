"""Lecturers' accounts: the rules, without HTTP and without a store."""
