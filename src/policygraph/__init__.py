"""policygraph: a folder of Chinese policy documents in, a checked and queryable graph out."""

from importlib.metadata import version

__version__ = version("policygraph")
