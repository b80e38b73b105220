"""Charts: values in, matplotlib Figure out; it never shows a window and never saves a file."""
