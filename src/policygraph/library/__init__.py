"""The library: what ``import policygraph`` gives to programs and notebooks.

    import policygraph

    data = policygraph.open_dataset("data/build")
    data.ask("duties-of-unit", unit="澄湖市财政局").records()

docs/library.md shows each name with an example.
"""

from policygraph.consolidation.outcome import Consolidation
from policygraph.errors import DatasetError, QueryError
from policygraph.library.policy import Duty, Policy
from policygraph.library.policy_graph import PolicyGraph, open_dataset, read_policy
from policygraph.model.facts import Role
from policygraph.query.answer import Answer
from policygraph.tasks.task import Task
from policygraph.versions.outcome import Versions

__all__ = [
    "Answer", "Consolidation", "DatasetError", "Duty", "Policy", "PolicyGraph", "QueryError",
    "Role", "Task", "Versions", "open_dataset", "read_policy",
]  # fmt: skip
