"""Run the program: `python -m visavis`."""

import sys
from importlib import import_module

from visavis.infrastructure.worker_process import SERVED

if __name__ == "__main__":
    match sys.argv[1:]:
        case ["-m", module, *_] if module in SERVED:  # started as a worker: the frozen program is its own interpreter
            import_module(module).serve()
        case _:
            from visavis.entry import main

            main()
