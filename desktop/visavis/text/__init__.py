"""Words and letters in French and English, independent of documents: language guessing, spelling variants, search.

Functions on plain strings (and on a document, for the search). Imports `model` only.
"""
