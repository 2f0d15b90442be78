"""A list of ours that comes back: where it stands by now, and what was edited."""
