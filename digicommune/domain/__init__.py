"""What is true in the field: values and rules, with no file, screen or database in sight."""
