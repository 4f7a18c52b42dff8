"""The model in numpy, to hold the library's answers against."""
