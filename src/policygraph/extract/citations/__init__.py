"""Documents, laws, articles and clauses that a text cites, and what for."""
