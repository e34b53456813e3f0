"""What keeps a guide honest and harmless: labels, masks, refusals."""
