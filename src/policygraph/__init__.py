"""policygraph: a folder of Chinese policy documents in, a checked and queryable graph out.

What a program needs stands in ``policygraph.library`` and can be had from here; it is loaded when
it is first asked for, so that a command that needs less starts sooner.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policygraph.library import (
        Answer,
        Consolidation,
        DatasetError,
        Duty,
        Policy,
        PolicyGraph,
        QueryError,
        Role,
        Task,
        Versions,
        open_dataset,
        read_policy,
    )

__version__: str
__all__ = [
    "Answer", "Consolidation", "DatasetError", "Duty", "Policy", "PolicyGraph", "QueryError",
    "Role", "Task", "Versions", "__version__", "open_dataset", "read_policy",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("policygraph")
    if name in __all__:
        return getattr(import_module("policygraph.library"), name)
    raise AttributeError(f"module 'policygraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
