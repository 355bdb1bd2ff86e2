"""The records of the reading half: frozen, and each knows its place in the source."""
