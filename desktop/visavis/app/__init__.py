"""Starts the GUI: the Qt application, the window with its engines, and files opened by the system.

This package may import all others but the command line; only `entry` and `cli` import it. What a window shows or does
belongs in `gui`, creating engines in `services`.
"""
