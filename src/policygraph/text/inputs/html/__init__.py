"""HTML: a web page without its furniture."""
