"""Settings: read once, and refused where no service can run with them."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from policygraph.endpoint.settings import Settings, SettingsError, from_environment


def test_the_defaults():
    settings = from_environment({})
    assert settings == Settings()
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 2)
    assert (settings.query_timeout, settings.max_answer_bytes) == (30.0, 64 * 1024 * 1024)


def test_the_environment_is_read():
    environment = {
        "POLICYGRAPH_DATASET": "elsewhere",
        "POLICYGRAPH_QUERY_TIMEOUT": "2.5",
        "POLICYGRAPH_WORKERS": "4",
        "POLICYGRAPH_HOST": "0.0.0.0",
        "POLICYGRAPH_PORT": "",
        "OTHER": "x",
    }
    settings = from_environment(environment)
    assert settings == Settings(Path("elsewhere"), "0.0.0.0", query_timeout=2.5, workers=4)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "99999"), ("PORT", "-1"), ("PORT", "http"), ("WORKERS", "0"), ("WORKERS", "1.5"),
     ("QUERY_TIMEOUT", "0"), ("QUERY_TIMEOUT", "nan"), ("MAX_ANSWER_BYTES", "1")],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_by_name(name, value):
    with pytest.raises(SettingsError, match=f"(?i){name}: "):
        from_environment({f"POLICYGRAPH_{name}": value})


def test_settings_do_not_change():
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1
