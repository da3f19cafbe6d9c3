"""What the tests of several folders share: an in-memory store, plain threads, deadlines."""
