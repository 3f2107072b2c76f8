"""Controllers: each connects an intent of the reader (an action, a drop, a key) with the session and the widgets."""
