"""Checks a dataset: SHACL shapes on the graph of each source, queries over the whole."""
