"""One encoder over a document's words, and two kinds of head that read its output."""
