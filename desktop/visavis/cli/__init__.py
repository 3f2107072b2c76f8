"""The command line: everything the window does to a document, without a window.

`main` holds `translate` and `summarize`, `packages` the package commands, `terminal` what is read, printed and
reported. It imports Qt only to open a window; nothing but `entry` imports it.
"""
