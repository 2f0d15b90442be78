"""One module a page, designed by hand out of the parts of the kit."""
