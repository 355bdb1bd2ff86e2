"""Garbage collection in processes that are our own: commands, and workers of a pool.

They make hundreds of thousands of small objects that are no cycles and go when they are no longer
needed, or stay to the end. Looking for cycles among them as often as Python does by default took a
tenth to a fifth of the time of reading.
"""

import gc

_THRESHOLDS = (50_000, 20, 50)  # objects made, and younger generations, before one is looked at


def collect_seldom() -> None:
    """Look for cycles of objects less often in this process from now on."""
    gc.set_threshold(*_THRESHOLDS)
