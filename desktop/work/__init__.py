"""Runs generators off the thread of the window."""
