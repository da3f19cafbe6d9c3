"""The whole of HTTP on one Flask app."""

from flask import Flask

from server.wire import http_law
from server.wire.http_homework import HomeworkRoutes
from server.wire.http_host import HostRoutes
from server.wire.http_keys import KeyRoutes
from server.wire.http_lecturers import LecturerRoutes
from server.wire.http_practice import PracticeRoutes
from server.wire.http_public import PublicRoutes
from server.wire.key_watch import KeyWatch
from server.wire.pages import Pages
from server.wire.services import Services


def attach_http(app: Flask, services: Services, pages: Pages, key_watch: KeyWatch) -> None:
    """Puts every address on the app."""
    http_law.lay_down(app, services.origins)
    HostRoutes(services, pages).attach(app)
    LecturerRoutes(services).attach(app)
    KeyRoutes(services, key_watch).attach(app)
    PublicRoutes(services).attach(app)
    PracticeRoutes(services).attach(app)
    HomeworkRoutes(services).attach(app)
    pages.attach(app)
