"""Named lists and built-in views: rows and columns that a page shows, a sheet exports and a printer prints.

Each designed list has a module of its own, so that the window waits for none that it does not show; named.py knows them all.
"""
