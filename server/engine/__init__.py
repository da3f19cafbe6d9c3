"""What runs the sockets; the only folder that names eventlet or leans on engineio's inside."""
