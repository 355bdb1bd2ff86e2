"""What a document changes in another, repeals, or keeps in force."""
