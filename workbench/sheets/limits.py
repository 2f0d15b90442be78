"""How much a file may ask of us: beyond these it is a bomb, or no roster."""

ROWS = 1_048_576
"""Rows of one sheet: what Excel itself can hold."""
CELLS = 20_000_000
"""Filled cells of one sheet."""
COLUMNS = 4000
"""Columns of one sheet in which anything stands; no roster has a tenth of them."""
LONGEST = 32_767
"""Characters of a cell: what Excel itself can hold."""
UNPACKED = 3 * 1024**3
"""Bytes that a zipped workbook may unpack to."""
SUSPICIOUS, MOST_PACKED_TO = 50 * 1024**2, 150
"""A part of a workbook bigger than this, packed to less than one in so many, says one thing over and over: a bomb."""
PACKED = 512 * 1024**2
"""Bytes of the file itself."""
MEMORY = 2 * 1024**3
"""Bytes of memory that the reading child may take."""
SECONDS = 180.0
"""How long reading may take."""
HEADING_ROWS = 20
"""Headings are looked for in this many rows."""
