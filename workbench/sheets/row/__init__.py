"""What a row is: data, a line that names a group, a total, a block of labels; and what lines say of the rows below."""
