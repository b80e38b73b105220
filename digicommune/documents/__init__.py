"""Paper: documents described as values and drawn as pages; it opens no database and no Excel."""
