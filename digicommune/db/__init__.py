"""Keeps the office's books, in one SQLite file or on a PostgreSQL server; decides nothing."""
