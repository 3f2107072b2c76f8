"""The data model as plain values: article, passages, events, glossary, errors, and the interfaces of the engines.

No Qt, no engine and no file format; judging what a text says belongs in `checks` and `analysis`. Every package may
import it; it imports only `paths`.
"""
