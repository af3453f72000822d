"""`make books`: the guide as EPUB and PDF, for both tracks together and for each alone, from the built site.

`contents` lists the pages in order, `chapters.article` makes a clean tree of each, `chapters.tables` and
`chapters.charts` fit wide tables and charts to the page, `chapters.references` turns links and sources into the book's
own links and endnotes, and `epub` and `pdf` write the files. The same site gives the same bytes.
"""
