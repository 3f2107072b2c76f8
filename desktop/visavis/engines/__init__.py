"""Engines: translation, summaries, sentence segmentation and spelling, each implementing an interface of `model.ports`.

Only here are Argos Translate, CTranslate2, sumy and spylls imported. `services` creates the engines; the GUI never
imports this package.
"""
