"""Issue forms: asked in a browser, made from the models, and turned into rows that can be pasted."""
