"""Issue forms: generated from the models, filled in on GitHub, and turned into rows that can be pasted."""
