"""Each kind of fact -> its nodes and statements, and back again: what a document says."""
