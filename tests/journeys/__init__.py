"""Whole tasks, done in the real window by a process of its own: the keyboard and what a screen reader is told."""
