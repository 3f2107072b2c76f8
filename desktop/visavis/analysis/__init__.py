"""What can be learnt from an article: who says what, which figures and names matter, how much of it is done.

Nothing here changes a document or flags a passage: what a reader must look at again is `checks`. It imports `checks`,
`text` and `model`.
"""
