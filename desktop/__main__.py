"""Run the program: `python -m desktop`."""

import sys

from desktop.readers.pdf_apart import PROGRAM, serve

if __name__ == "__main__":
    if tuple(sys.argv[1:]) == PROGRAM:  # the frozen program, which is its own interpreter
        serve()
    else:
        from desktop.start import main

        main()
