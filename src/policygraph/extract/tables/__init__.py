"""Tables whose cells a page has run together, as rows of cells again."""
