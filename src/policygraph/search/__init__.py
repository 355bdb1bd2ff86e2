"""Full-text search: words in texts, headings, titles, document numbers and names of units."""
