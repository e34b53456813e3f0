"""Digital-human guides, purely: what they know, how they answer, speak and may act."""
