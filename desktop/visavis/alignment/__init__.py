"""Aligns the sentences of an article with those of a translation made elsewhere."""
