"""Two versions of a document, compared: which units, duties, figures and times differ."""
