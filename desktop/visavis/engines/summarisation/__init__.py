"""Rank the sentences of an article: the news method, the lead baseline, and the methods of sumy.

`methods` names them, `registry` makes them, importing each at its first use. Only `sumy_methods` imports sumy.
"""
