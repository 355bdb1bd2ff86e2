"""The questions that users have, as SPARQL files with parameters, and how they are asked."""
