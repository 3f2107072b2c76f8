"""Analysis of an article: who says what, which figures and names matter, how far the work has come.

Nothing here changes a document or raises flags: that is `checks`. It imports `checks`, `text` and `model`.
"""
