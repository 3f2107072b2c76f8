"""The window and its parts: they show the document and send intents."""
