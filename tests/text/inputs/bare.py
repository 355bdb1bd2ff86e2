"""A record without what another format must change: offsets, the name and digest of the file."""

import json
from typing import Any

from policygraph.model.record import Record, to_json

_OF_THE_FILE = ("source", "sha256", "text_sha256", "media_type", "characters", "preamble_end")
_OFFSETS = ("start", "own_end", "end", "span", "spans", "old_span", "new_span")


def bare(record: Record) -> dict[str, Any]:
    """Give all that a record says of the document itself."""
    data = json.loads(to_json(record))
    return {key: _without(value) for key, value in data.items() if key not in _OF_THE_FILE}


def _without(value: Any) -> Any:
    if isinstance(value, list):
        return [_without(item) for item in value]
    if isinstance(value, dict):
        return {key: _without(item) for key, item in value.items() if key not in _OFFSETS}
    return value
