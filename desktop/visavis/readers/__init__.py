"""Readers: from the bytes of a file to an article. `open` chooses by `detect`; a format has a module or a room.

A reader yields blocks of text with their roles (`block`); `roles` finds title, captions and what stands around the
article. Readers know `model` and `text`, never the window; PDFium runs in a process of its own (`pdf.worker`).
"""
