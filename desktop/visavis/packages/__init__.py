"""Language packages: find, verify, install, download, remove. `library` is the interface for the GUI and the CLI.

This package knows files and the network (`http`, with the network guard's permission), but no engine: the test
translation is passed in as a function.
"""
