"""Readers: from the bytes of a file to an article.

`open` chooses the reader with `detect`; each format has a module or a package. A reader yields blocks of text with
roles (`block`); `roles` finds title, captions and the text around the article. Readers import `model` and `text`, never
the GUI; PDFium runs in a separate process (`pdf.worker`).
"""
