"""A TLS door before a store, since the private program speaks none: it shows a certificate and may ask for one."""

import contextlib
import socket
import ssl
import subprocess
import threading
from pathlib import Path


def make_certificates(folder: Path) -> None:
    """An authority (ca.pem) and a pair that it signed (door.pem, door.key) for 127.0.0.1; a stranger too."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("ca", "stranger"):
        _openssl(
            folder,
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            f"/CN={name}",
            "-keyout",
            f"{name}.key",
            "-out",
            f"{name}.pem",
        )
    _openssl(
        folder,
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=127.0.0.1",
        "-keyout",
        "door.key",
        "-out",
        "door.csr",
    )
    (folder / "names.txt").write_text("subjectAltName=IP:127.0.0.1\n", encoding="utf-8")
    _openssl(
        folder,
        "x509",
        "-req",
        "-in",
        "door.csr",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-days",
        "2",
        "-extfile",
        "names.txt",
        "-out",
        "door.pem",
    )


class TlsDoor:
    """Listens on loopback and hands on what comes in, in the clear, to the store behind it."""

    def __init__(self, certificates: Path, store_port: int, asks_who: bool = False) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificates / "door.pem", certificates / "door.key")
        if asks_who:
            context.load_verify_locations(certificates / "ca.pem")
            context.verify_mode = ssl.CERT_REQUIRED
        self._context = context
        self._store_port = store_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.came_in = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Lets nobody in any more."""
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                raw, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._let_in, args=(raw,), daemon=True).start()

    def _let_in(self, raw: socket.socket) -> None:
        with (
            contextlib.suppress(OSError),
            raw,
            self._context.wrap_socket(raw, server_side=True) as line,
            socket.create_connection(("127.0.0.1", self._store_port)) as store,
        ):
            self.came_in += 1
            back = threading.Thread(target=_hand_on, args=(line, store), daemon=True)
            back.start()
            _hand_on(store, line)
            back.join()


def _hand_on(source: socket.socket, sink: socket.socket) -> None:
    try:
        while part := source.recv(65_536):
            sink.sendall(part)
    except (OSError, ValueError):
        pass
    finally:
        for each in (source, sink):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)
