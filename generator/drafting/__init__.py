"""Article + Library -> drafted records: the language pipeline, one module for each thing it finds."""
