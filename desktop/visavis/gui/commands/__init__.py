"""Builds menus, the tool bar and the context menus from the actions of the program."""
