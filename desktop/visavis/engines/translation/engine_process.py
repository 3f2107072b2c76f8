"""The start of the engine process: the model begins to load before anything else is imported."""

from __future__ import annotations

import sys
from pathlib import Path

from visavis.engines.translation.model_loading import ModelLoading


def serve() -> None:
    """Serve the package named on the command line: its folder, origin and number of threads."""
    folder, origin, threads = sys.argv[-3:]
    model = ModelLoading(Path(folder) / "model", int(threads))
    from visavis.engines.translation.engine_server import serve_package  # takes as long to import as the model to load

    serve_package(Path(folder), origin, model)


if __name__ == "__main__":
    serve()
