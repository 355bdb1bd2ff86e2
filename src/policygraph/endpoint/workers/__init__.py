"""Processes that ask the dataset, so that a query can be ended and keeps nobody waiting."""
