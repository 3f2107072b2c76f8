"""Language packages: find, verify, install, download, remove. `library` is what the window and the command line use.

It knows files and the network (`http`, with the guard's leave), never an engine: how a package is tried is given to it.
"""
