// What axe leaves out of a book, since no style sheet there names a color: tests/books/test_pieces.py holds that. Colors
// take most of its time.
window.axe.configure({
  rules: ["color-contrast", "link-in-text-block"].map((id) => ({ id, enabled: false })),
});
