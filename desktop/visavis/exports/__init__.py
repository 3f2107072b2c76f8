"""Exports: from a document to bytes. `registry` lists the formats, `writers` holds one module for each.

`composition` says what stands in an export whatever its format; `atomic_write` never leaves half a file. An export
reads a document and changes nothing.
"""
