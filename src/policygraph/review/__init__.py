"""What a person corrected in a record, kept in a file beside the source. No RDF, no web."""
