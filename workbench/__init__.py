"""Medical Staff Workbench: the medical staff office of a hospital in one file on one PC."""
