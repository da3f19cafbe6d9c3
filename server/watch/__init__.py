"""What an operator sees: figures and log lines, of no person."""
