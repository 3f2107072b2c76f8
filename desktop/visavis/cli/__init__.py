"""The command line: everything the window does to a document, without a window.

`main` has the commands `translate` and `summarize`, `packages` the package commands, `terminal` the input, output and
error reports. Qt is imported only to open a window; only `entry` imports this package.
"""
