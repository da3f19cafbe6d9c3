"""The path of a command, on plain threads and a store in memory."""
