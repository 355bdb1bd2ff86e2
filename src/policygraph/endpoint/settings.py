"""Settings of the service, read once; the environment names are ``POLICYGRAPH_`` + field."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from policygraph.errors import PolicyGraphError

_PREFIX = "POLICYGRAPH_"


class SettingsError(PolicyGraphError):
    """A setting of the service has a value that cannot be used; the message names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one service runs.

    Attributes:
        dataset: folder of the dataset.
        host: address to listen on.
        port: TCP port to listen on.
        query_timeout: seconds a query may run before it is stopped.
        max_answer_bytes: largest answer to a query.
        max_query_bytes: largest request body or query string.
        workers: processes that run queries; of several, one is kept from queries sent to /sparql.
        max_waiting: requests that may wait for a worker; more are sent away with 503.
        worker_memory_bytes: memory a worker may take before it is stopped (where the system
            can limit it); 0: no limit.
    """

    dataset: Path = Path("data/build")
    host: str = "127.0.0.1"
    port: int = 8000
    query_timeout: float = 30.0
    max_answer_bytes: int = 64 << 20
    max_query_bytes: int = 1 << 20
    workers: int = 2
    max_waiting: int = 16
    worker_memory_bytes: int = 4 << 30

    def __post_init__(self) -> None:
        """Refuse values that no service can run with.

        Raises:
            SettingsError: names the setting and its bounds.
        """
        for name, least, most in _BOUNDS:
            value = getattr(self, name)
            if not least <= value <= most:
                raise SettingsError(
                    zh=f"设置 {name} 的值 {value} 不可用；请给出 {least} 至 {most}",
                    en=f"{name}: {value} is not usable; give {least} to {most}",
                )


_BOUNDS: tuple[tuple[str, float, float], ...] = (
    ("port", 0, 65535),
    ("query_timeout", 0.1, 3600),
    ("max_answer_bytes", 1 << 10, 1 << 32),
    ("max_query_bytes", 1 << 8, 1 << 28),
    ("workers", 1, 64),
    ("max_waiting", 1, 1000),
    ("worker_memory_bytes", 0, 1 << 44),
)


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings from ``POLICYGRAPH_DATASET``, ``POLICYGRAPH_QUERY_TIMEOUT`` and so on.

    Raises:
        SettingsError: names the variable whose value is not usable.
    """
    given: dict[str, str | int | float | Path] = {}
    for field in fields(Settings):
        text = environment.get(_PREFIX + field.name.upper())
        if text:
            given[field.name] = _read(field.name, text)
    return Settings(**given)  # type: ignore[arg-type]


def _read(name: str, text: str) -> str | int | float | Path:
    kind = type(getattr(_DEFAULTS, name))
    if kind not in (int, float):
        return Path(text) if name == "dataset" else text
    try:
        return float(text) if kind is float else int(text)
    except ValueError as error:
        variable = _PREFIX + name.upper()
        raise SettingsError(
            zh=f"环境变量 {variable} 的值“{text}”不是数字；请给出数字",
            en=f"{variable}: {text!r} is not a number; give one",
        ) from error


_DEFAULTS = Settings()
