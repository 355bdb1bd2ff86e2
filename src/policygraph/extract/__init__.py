"""Clauses -> facts, a folder for each kind. Nothing is looked up outside the document but words."""
