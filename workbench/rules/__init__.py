"""What bylaws and standards ask: pure functions over the dossier of a person. They read and never write."""
