"""What is worked out from rows: pay, freshness, flashcards, labels."""
