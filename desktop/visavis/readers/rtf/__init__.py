"""RTF: `tokens` cuts the file, `reader` follows groups and control words, `pages` collects paragraphs and notes."""
