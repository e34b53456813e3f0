"""Words of industrial parks in both languages, by concept: what lets 租金 find "rent"."""
