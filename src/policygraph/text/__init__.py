"""Reading a page: file -> source -> blocks -> clauses. Knows no facts, no registry, no RDF."""
