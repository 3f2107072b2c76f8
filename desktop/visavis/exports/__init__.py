"""Exports: from a document to bytes. `registry` lists the formats, `writers` has one module for each.

`composition` decides what an export contains, whatever the format; `atomic_write` never leaves half a file. An export
reads a document and changes nothing.
"""
