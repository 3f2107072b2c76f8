"""Words and letters, in French and English, whatever document they are in: languages, spellings, search.

Functions over plain strings (and a document's, for the search). It imports `model` alone.
"""
