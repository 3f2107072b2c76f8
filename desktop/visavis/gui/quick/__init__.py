"""A small window with the English of what is on the clipboard, and the icon in the system's tray that opens it."""
