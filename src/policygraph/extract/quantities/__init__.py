"""Figures with unit, year, subject and condition."""
