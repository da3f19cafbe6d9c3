"""The whole of HTTP on one Flask app."""

from flask import Flask

from server.wire import http_law
from server.wire.http_host import HostRoutes
from server.wire.http_public import PublicRoutes
from server.wire.pages import Pages
from server.wire.services import Services


def attach_http(app: Flask, services: Services, pages: Pages) -> None:
    """Puts every address on the app."""
    http_law.lay_down(app, services.origins)
    HostRoutes(services, pages).attach(app)
    PublicRoutes(services).attach(app)
    pages.attach(app)
