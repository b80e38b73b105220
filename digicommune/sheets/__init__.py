"""Excel: reads lists in a guarded child process and writes workbooks; knows no database."""
