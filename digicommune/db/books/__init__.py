"""One book a subject: each writes and reads its own tables over a unit's desk."""
