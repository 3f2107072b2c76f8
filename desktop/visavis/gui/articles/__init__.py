"""The list of open articles at the left of the window: its model, its view, and what can be done there."""
