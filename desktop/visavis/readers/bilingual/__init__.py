"""Reads files that hold a French text and its English: TMX, XLIFF, and Word and web pages in two columns."""
