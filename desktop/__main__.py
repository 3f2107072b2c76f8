"""Run the program from a checkout: `python -m desktop` is `python -m visavis` with this folder as the source root."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    runpy.run_module("visavis", run_name="__main__", alter_sys=True)
