"""Measured, not asserted: each prints its ratios against the bare work in one run."""
