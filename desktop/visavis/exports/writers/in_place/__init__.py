"""An original translated in place: `original` is read again, `tokens` are what stands in its lines.

`locating` finds in a translation the words of a sentence, and `placing` puts each sentence's English where its French
stood, with all that is no text between the same words.
"""
