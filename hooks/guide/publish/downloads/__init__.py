"""Files for readers to download: checksums, prompt packs, and archives."""

# Where `make books` puts the books, below the project.
BOOKS = "build/books"
