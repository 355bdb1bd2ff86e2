"""A dataset as files for others: RDF dumps, networks, tables, documents for Word."""
