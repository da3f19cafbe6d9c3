"""What the environment says, and what is said of it when it cannot be used."""

from pathlib import Path

import pytest

from server.settings import EngineName, LogStyle, SettingsError, read_settings


def test_nothing_given_is_a_laptop() -> None:
    settings = read_settings({"HOME": "/home/noor"})
    assert (settings.host, settings.port) == ("0.0.0.0", 5000)
    assert settings.engine is EngineName.EVENTLET
    assert (settings.host_token, settings.redis_url, settings.public_url) == (None, None, None)
    assert settings.data_dir.name == "trede"
    assert (settings.log, settings.counts, settings.metrics_token, settings.metrics_port) == (None, True, None, None)
    assert not settings.can_open_browser or settings.data_dir.parts[1] == "Users"  # macOS always has a browser


def test_everything_given_is_honoured(tmp_path: Path) -> None:
    settings = read_settings(
        {
            "HOST": "127.0.0.1",
            "PORT": "8080",
            "DATA_DIR": str(tmp_path),
            "TREDE_HOST_TOKEN": "a-long-secret",
            "TREDE_REDIS_URL": "redis://:word@store:6379/2",
            "TREDE_PUBLIC_URL": "https://class.example.org/",
            "TREDE_ENGINE": "threading",
            "TREDE_CONTENT_DIR": str(tmp_path),
            "TREDE_SPEEDUPS": "none",
            "TREDE_LOG": "text",
            "TREDE_METRICS": "off",
            "TREDE_METRICS_TOKEN": "sixteen-or-more-letters",
            "TREDE_METRICS_PORT": "9464",
            "TREDE_PROXIES": "2",
            "BROWSER": "firefox",
        }
    )
    assert (settings.host, settings.port, settings.data_dir) == ("127.0.0.1", 8080, tmp_path)
    assert settings.host_token == "a-long-secret"
    assert settings.redis_url == "redis://:word@store:6379/2"
    assert settings.public_url == "https://class.example.org"
    assert settings.engine is EngineName.THREADING
    assert settings.content_dir == tmp_path
    assert settings.speedups == frozenset()
    assert (settings.log, settings.counts) == (LogStyle.TEXT, False)
    assert (settings.metrics_token, settings.metrics_port) == ("sixteen-or-more-letters", 9464)
    assert settings.proxies == 2
    assert settings.can_open_browser


def test_an_empty_value_is_as_good_as_none() -> None:
    empty = dict.fromkeys(("HOST", "PORT", "DATA_DIR", "TREDE_HOST_TOKEN", "TREDE_REDIS_URL", "TREDE_ENGINE"), " ")
    assert read_settings({"HOME": "/home/noor", **empty}) == read_settings({"HOME": "/home/noor"})


def test_without_a_home_the_data_lies_where_the_server_was_started() -> None:
    assert read_settings({}).data_dir == Path("data").resolve()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PORT", "5000x"),
        ("PORT", "٥٠٠٠"),  # noqa: RUF001 - other digits are the point
        ("TREDE_ENGINE", "gevent"),
        ("TREDE_SPEEDUPS", "inline_send,warp"),
        ("TREDE_PROXIES", "many"),
        ("TREDE_HOST_TOKEN", "changed"),
        ("TREDE_HOST_TOKEN", "geheim-é-geheim"),
        ("TREDE_REDIS_URL", "localhost:6379"),
        ("TREDE_REDIS_URL", "redis+ring://store"),
        ("TREDE_STORE_TRUSTED", "true"),
        ("TREDE_STORE_REPLICAS", "-1"),
        ("TREDE_PUBLIC_URL", "ftp://class.example.org"),
        ("TREDE_CONTENT_DIR", "/no/such/folder"),
        ("TREDE_PUBLIC_URL", "https://class.example.org/trede"),
        ("TREDE_PUBLIC_URL", "class.example.org"),
        ("TREDE_LOG", "xml"),
        ("TREDE_METRICS", "yes"),
        ("TREDE_METRICS_TOKEN", "too-short"),
        ("TREDE_METRICS_PORT", "70000"),
    ],
)
def test_a_value_that_cannot_be_used_names_its_setting(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        read_settings({name: value})


def test_a_network_is_trusted_and_a_copy_awaited_only_when_asked() -> None:
    usual, asked = read_settings({}), read_settings({"TREDE_STORE_TRUSTED": "yes", "TREDE_STORE_REPLICAS": "2"})

    assert (usual.is_store_network_trusted, usual.store_replicas) == (False, 0)
    assert (asked.is_store_network_trusted, asked.store_replicas) == (True, 2)
