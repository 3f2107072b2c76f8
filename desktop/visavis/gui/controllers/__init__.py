"""Controllers: each connects a user action (a menu action, a drop, a key) with the session and the widgets."""
