"""Colours by name: what is composed knows its colours as names, and the page that it is drawn on knows their values.

So what was composed for one brand serves any other whose words and measures are the same: only what is drawn differs.
A name is `@` and a role (`@primary_dark`), or a mixture of two (`@mix(@primary_soft,@primary_mid,0.25)`). Whatever
reckons with a colour asks for its value first; a name is none, and fails there.
"""

from __future__ import annotations

from typing import Final

from generator.base.values import names_of
from generator.model.colour import mix
from generator.model.roles import Roles

SIGN: Final = "@"
_MIX = SIGN + "mix("

NAMED: Final = Roles(**{name: SIGN + name for name in names_of(Roles)})


def mixed(one: str, other: str, share: float) -> str:
    """Return two colours mixed, as `colour.mix` does; a name where one of them is a name."""
    if SIGN in one + other:
        return f"{_MIX}{one},{other},{share!r})"
    return mix(one, other, share)


class Hues(dict[str, str]):
    """The values of names, each a `#rrggbb`; a value is its own.

    Args:
        roles: the brand's; without them there are no names, and a name is a KeyError.
    """

    def __init__(self, roles: Roles | None = None) -> None:
        super().__init__()
        self._roles = roles

    def __missing__(self, colour: str) -> str:
        if not colour.startswith(SIGN):
            return colour
        if self._roles is None:
            raise KeyError(colour)
        if colour.startswith(_MIX):
            one, other, share = colour[len(_MIX) : -1].split(",")
            value = mix(self[one], self[other], float(share))
        else:
            value = str(getattr(self._roles, colour[len(SIGN) :]))
        self[colour] = value
        return value
