"""How the people of the sample hospital are made up: numbers, terms, careers, faults; written by actions.sample alone."""
