"""What the office does: one module a job; each is callable from a test, the window or the keys."""
