"""What a text says became of a body: names, mergers, ends, functions that moved."""
