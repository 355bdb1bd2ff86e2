"""File formats -> text: what a page prints, a paragraph a line and a row of a table a line."""
