"""The window: what the officer sees; it asks operations and knows no room below them."""
