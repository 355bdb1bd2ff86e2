"""Clauses -> facts, one module for each kind. No look-ups outside the document."""
