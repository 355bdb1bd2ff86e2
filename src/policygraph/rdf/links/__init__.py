"""What only the corpus and the registry can tell of a document: the graph ``links``."""
