"""Redis: the keys, the scripts, the log and its tail."""
