"""What a row would change: who it is about, what of ours it says otherwise, and what its formatting does to it."""
