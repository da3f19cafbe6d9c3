"""A class of simulated students, its lecturer and projector, over real sockets against any running server."""
