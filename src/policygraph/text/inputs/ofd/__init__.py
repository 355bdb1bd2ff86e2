"""OFD, the Chinese format of electronic official documents (GB/T 33190-2016)."""
