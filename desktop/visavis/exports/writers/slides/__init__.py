"""One module per format of slides, which are written only as the original translated in place."""
