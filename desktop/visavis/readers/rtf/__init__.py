"""RTF: `tokens` cuts the file, `reader` follows groups and control words, `blocks` makes paragraphs, list items and notes.

`specification` holds two tables of the RTF specification, `formulas` reads formulas.
"""
