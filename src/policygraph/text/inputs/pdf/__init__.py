"""PDF with a text layer (ISO 32000)."""
