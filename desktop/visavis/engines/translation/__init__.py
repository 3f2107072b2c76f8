"""Translate with an Argos package, in a process of its own: cut into pieces, decode, put right, link words.

`engine_client` starts and asks `engine_server`, which holds an `argos.ArgosTranslator`; `restarting` starts it again
when it has crashed. Only `argos` imports Argos Translate and CTranslate2.
"""
