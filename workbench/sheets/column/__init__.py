"""What a column is: headings, their places, what the cells under them look like."""
