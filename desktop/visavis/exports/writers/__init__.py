"""One module for each format that is written; each has `write(document, options) -> bytes`."""
