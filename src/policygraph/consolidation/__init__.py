"""What a document says once the changes that others make to it are carried out."""
