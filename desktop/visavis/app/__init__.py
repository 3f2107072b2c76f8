"""Start the window program: the Qt application, the window with its engines, files the system opens.

Here everything meets: this room may import all others but the command line, and only `entry` and `cli` import it. What
a window shows or does belongs in `gui`, what makes an engine in `services`.
"""
