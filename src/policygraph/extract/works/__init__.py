"""Documents that a text names, alone, in lists and in tables, and what becomes of them."""
