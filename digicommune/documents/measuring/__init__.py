"""Measures printed papers; it draws none."""
