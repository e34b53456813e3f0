"""Every table of the park as a file for a spreadsheet."""
