"""The only maker of RDF terms: records in, quads and a dataset out."""
