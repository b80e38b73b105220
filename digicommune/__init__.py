"""DigiCommune: from a bank's messy Excel to a report whose figures lead back to their rows."""

__version__ = "0.1.0"
