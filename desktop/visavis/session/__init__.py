"""The open article and the work on it: translation jobs off the GUI thread, autosave, undo, sentence details.

`session` applies events to one document and reports changes with Qt signals; `job` runs any generator in a thread. No
widgets here.
"""
