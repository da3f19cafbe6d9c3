"""The rules, as lessons."""
