"""What was read, shown to a person: a document with its facts marked, and lists of findings."""
