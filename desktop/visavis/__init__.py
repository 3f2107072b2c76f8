"""Vis-à-vis: read a French article in English, side by side, on your own machine."""

__version__ = "0.2.0"
