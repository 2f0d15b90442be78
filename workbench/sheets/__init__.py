"""Spreadsheets in and out: read, recognize headings, understand values, compare, write."""
