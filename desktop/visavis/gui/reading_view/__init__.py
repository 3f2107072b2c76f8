"""The reading view, French beside English: rows, layout, painting, scrolling, selection, the editor, accessibility.

It shows a document and emits what the user points at; it knows neither the session nor the menus.
"""
