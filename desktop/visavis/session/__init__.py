"""The open article and the work on it: translating in a job off the window's thread, autosave, undo, sentence details.

`session` folds events into one document and tells with Qt signals what changed; `job` runs any generator. It knows no
widget.
"""
