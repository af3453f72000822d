"""What is computed from rows: pay, freshness, flashcards, labels."""
