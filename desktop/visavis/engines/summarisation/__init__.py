"""Rank the sentences of an article: the news method, the lead baseline, and the methods of sumy.

`registry` names them; a method is imported when it is first used. Only `sumy_methods` imports sumy.
"""
