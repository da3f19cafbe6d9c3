"""What runs the sockets; the only folder that names eventlet."""
