"""What you type: words into operations, answers into text or JSON; it decides nothing itself."""
