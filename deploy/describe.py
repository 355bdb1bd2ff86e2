"""Prints for what machine a bundle is: interpreter, version, system and processor."""

import platform
import sys

print(
    platform.python_implementation(),
    ".".join(map(str, sys.version_info[:2])),
    platform.system(),
    platform.machine(),
)
