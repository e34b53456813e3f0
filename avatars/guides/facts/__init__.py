"""What in a text can be checked: quantities, days, prices, telephone numbers, names."""
