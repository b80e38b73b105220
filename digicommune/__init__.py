"""DigiCommune: a bank's messy Excel becomes a printed report whose figures lead back to their rows."""

__version__ = "0.1.0"
