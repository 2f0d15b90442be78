"""What the user does: each a named, undoable step. The window and the command line write through this room alone."""
