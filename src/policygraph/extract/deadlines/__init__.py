"""By when, from when and how often something must be done."""
