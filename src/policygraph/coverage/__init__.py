"""How much of each document was understood, and what was not read. Makes docs/coverage.md."""
