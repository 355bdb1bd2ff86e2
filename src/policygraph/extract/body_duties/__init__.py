"""What a body has to do, as running text says it."""
