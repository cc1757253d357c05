"""What is wrong with a picture, a drawing or a font, before anybody knows where it was asked for."""

from __future__ import annotations


class AssetError(Exception):
    """A file that is not taken; the caller adds the place that named it.

    Attributes:
        code: what is wrong, in kebab-case, as in `error[svg-unsupported]`.
        message: one sentence without a full stop, for the person who chose the file.
        help: the next step.
    """

    def __init__(self, code: str, message: str, help: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help
