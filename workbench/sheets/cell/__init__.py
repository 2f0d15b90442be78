"""What a cell means: names, days, numbers, standings, and several values in one."""
