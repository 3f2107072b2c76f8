"""The window: it shows the document and sends intents; it never calls an engine, nor changes a document itself.

`window` is there at once; `workspace` puts in what works: `reading_view`, `panels`, `dialogs` show, `controllers` act.
"""
