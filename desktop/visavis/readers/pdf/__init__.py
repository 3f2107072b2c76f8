"""PDF: `worker` runs PDFium in a separate process; `characters` → `columns` → `paragraphs` turn letters into text."""
