"""The conversations that the Guide is trained on: templates by topic, drawn with a seeded generator.

The committed weights were trained on exactly these draws, so the order of the generator's calls is part of the corpus:
`python -m corpus check` compares 20,000 conversations with a pinned hash.
"""
