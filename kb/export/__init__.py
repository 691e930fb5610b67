"""Files of a knowledge base in every format: whole, or the part that a selection names."""
