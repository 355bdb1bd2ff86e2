"""Seats in work groups, by post and never by a name."""
