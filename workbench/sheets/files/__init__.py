"""How a file is read, in the child process: each format, and the look of an xlsx."""
