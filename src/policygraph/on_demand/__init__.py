"""What is made of one document of a dataset when it is asked for, and stored nowhere."""
