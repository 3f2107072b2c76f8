"""Translation with an Argos package in a separate process: split, decode, correct, align words.

`engine_client` starts and queries the process `engine_process`, where `engine_server` runs an `argos.ArgosTranslator`;
`restarting` restarts it after a crash. Only `argos` imports Argos Translate, and `model_loading` CTranslate2.
"""
