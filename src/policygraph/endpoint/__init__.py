"""The service: SPARQL 1.1 Protocol, linked-data pages and questions over one dataset."""
