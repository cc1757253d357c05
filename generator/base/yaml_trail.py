"""What the parser had read before it stopped."""

from __future__ import annotations

from generator.base.yaml_events import Event


class Trail:
    """What the parser had read last, which is where most faults begin."""

    __slots__ = ("_open", "begun", "closed", "scalar")

    def __init__(self) -> None:
        self.begun = 0
        self.scalar: Event | None = None
        self.closed: tuple[Event, int] | None = None
        self._open: list[Event] = []

    def note(self, event: Event) -> None:
        """Remember an event."""
        if event.kind == "scalar":
            self.scalar = event
        elif event.kind in ("sequence", "mapping"):
            self._open.append(event)
        elif event.kind == "end" and self._open:
            begun = self._open.pop()
            self.begun = begun.start
            if begun.flow:
                self.closed = begun, event.end

    @property
    def brackets(self) -> list[Event]:
        """The brackets and braces that are open still, outermost first."""
        return [event for event in self._open if event.flow]
