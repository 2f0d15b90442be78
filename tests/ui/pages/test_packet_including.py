"""Documents of a kind nobody knows: above the packet stands how many are left out, and several are printed at once."""
