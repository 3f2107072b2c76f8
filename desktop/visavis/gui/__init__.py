"""The GUI: shows the document and passes user actions to the session; it never calls an engine or changes a document.

`window` is shown at once; `workspace` is loaded afterwards. `reading_view`, `panels` and `dialogs` show things,
`controllers` act on them.
"""
