"""What the service answers, one module for each path."""
