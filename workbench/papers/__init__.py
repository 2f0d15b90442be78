"""What goes on paper: packets, minutes, lists, invitations and drafts of letters; and pictures of what is there."""
