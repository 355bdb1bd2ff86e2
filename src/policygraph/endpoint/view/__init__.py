"""What pages show: things, facts and findings of a dataset as words, links and places."""
