"""PDF: `worker` runs PDFium in a process of its own; `characters` → `columns` → `paragraphs` make text of letters."""
