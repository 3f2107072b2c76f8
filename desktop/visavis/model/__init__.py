"""The document and its parts as plain values: article, passages, events, glossary, errors, what an engine must offer.

No Qt, no engine, no file format, and no judgement on what a text says: that is `checks` and `analysis`. Every room may
import it; it imports none but `paths`.
"""
