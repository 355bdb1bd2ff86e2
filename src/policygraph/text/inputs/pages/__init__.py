"""Formats of fixed pages: characters and rules at their places -> lines, tables, paragraphs."""
