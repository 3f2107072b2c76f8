"""RTF: `tokens` cuts the file, `reader` follows groups and control words, `blocks` makes paragraphs and list items.

`specification` holds two tables of the RTF specification, `formulas` reads formulas.
"""
