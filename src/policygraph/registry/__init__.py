"""What is known before any document is read: places, departments, laws, words. Read from tables."""
