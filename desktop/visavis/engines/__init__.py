"""Engines: translation, summaries, sentence ends and spelling, each behind a port of `model.ports`.

Only here are Argos Translate, CTranslate2, sumy and spylls imported. `services` makes engines; the window never imports
this room.
"""
