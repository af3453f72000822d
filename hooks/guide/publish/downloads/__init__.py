"""What readers take along: downloads with their checksums, prompt packs, and the archives that hold them."""

# Where `make books` puts the books, below the project.
BOOKS = "build/books"
