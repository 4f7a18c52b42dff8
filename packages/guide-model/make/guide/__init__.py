"""What training, the reference and the library agree on: sizes, prompt format, files."""
