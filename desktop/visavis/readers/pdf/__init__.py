"""PDF: `worker` runs PDFium in a separate process; `characters` → `margins`, `drop_caps`, `columns` → `paragraphs`."""
