"""`make books`: the guide as EPUB and PDF, for both tracks together and for each alone, from the built site.

One way for all: `contents` says which pages in which order, `article` makes a clean tree of each page, `tables` and
`charts` give wide things a form that fits a page, `references` turns links and sources into links and endnotes of the
book, `epub` and `pdf` write it. The same site gives the same bytes.
"""
