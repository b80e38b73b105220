"""Reads the data packs (indicators, criteria, banks) into domain values; it decides nothing."""
