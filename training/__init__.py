"""How the model is trained: corpora, examples, the training itself, the bundle; needs torch where it trains."""
