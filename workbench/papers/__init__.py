"""What goes on paper: frozen values that hold all that a printed thing says, and how they are drawn; nothing else draws documents."""
