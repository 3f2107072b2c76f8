"""French and English face to face: rows, their layout, painting, scrolling, selection, the editor, accessibility.

It shows a document and tells what the reader points at; it knows no session and no menu.
"""
