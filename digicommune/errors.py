"""The one kind of error an officer can put right; it knows nothing of how it will be shown."""

from __future__ import annotations


class UserError(Exception):
    """Something the officer can mend: what went wrong, where, and how to mend it.

    ``code`` is a stable snake_case name for programs (the JSON of the command line) and the key
    of the English text. ``message`` is one Vietnamese sentence saying what and where; ``advice``
    is one saying how to mend it. ``facts`` are the values both texts speak of, by name.
    """

    def __init__(self, code: str, message: str, advice: str, **facts: object) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.code, self.message, self.advice, self.facts)

    def sentence(self) -> str:
        """Message and advice as the one line shown to the officer."""
        return f"{self.message} {self.advice}".strip()


def _rebuild(code: str, message: str, advice: str, facts: dict[str, object]) -> UserError:
    return UserError(code, message, advice, **facts)


class Cancelled(Exception):
    """The officer asked to stop; whoever holds a transaction lets it roll back."""
