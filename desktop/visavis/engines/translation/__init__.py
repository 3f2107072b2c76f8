"""Translation with an Argos package in a separate process: split, decode, correct, align words.

`engine_client` starts and queries the process `engine_server`, which runs an `argos.ArgosTranslator`; `restarting`
restarts it after a crash. Only `argos` imports Argos Translate and CTranslate2.
"""
