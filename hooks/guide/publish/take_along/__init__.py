"""What readers take along: downloads with their checksums, prompt packs, and the archives that hold them."""
