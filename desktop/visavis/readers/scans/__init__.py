"""Scans: `page_images` turns a file into upright pages in a process of its own, `tesseract` reads them, `hocr` takes in
what it read; from there they are laid out like the pages of a PDF. Tesseract is used where it is installed.
"""
