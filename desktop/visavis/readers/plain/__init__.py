"""Plain text, Markdown and subtitles; and the decoding of bytes to text, which other readers use too.

`encoding` finds out the encoding, `mojibake` repairs text that was encoded twice.
"""
