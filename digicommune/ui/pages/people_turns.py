"""Whom the edits made on the people's page were of, for taking back and doing again."""

from __future__ import annotations


class Turns:
    """Numbers of people by edit, the last on top; a new edit ends what could be done again."""

    def __init__(self) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []

    def did(self, number: int) -> None:
        """Somebody was edited."""
        self._done.append(number)
        self._undone.clear()

    def back(self) -> int | None:
        """Whose edit is to be taken back."""
        return self._moved(self._done, self._undone)

    def forth(self) -> int | None:
        """Whose edit is to be done again."""
        return self._moved(self._undone, self._done)

    def _moved(self, taken: list[int], put: list[int]) -> int | None:
        if not taken:
            return None
        put.append(taken.pop())
        return put[-1]
