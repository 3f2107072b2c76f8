"""One module per output format, each with `write(document, options) -> bytes`."""
