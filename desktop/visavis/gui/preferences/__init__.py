"""The settings in one place: which there are, how each is edited, and the dialog with their pages."""
