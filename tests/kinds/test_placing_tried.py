"""The places that are tried, worked out with plain numbers, are those that rectangles give one by one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds import placing
from generator.kinds.placing import AWAY, FARTHEST, SLACK, STEP, TRIED, Rect, Scene, Spot, Wanted
from generator.kinds.waves import Wave

BOX = Rect(0, 0, 400, 220)
SIZES = st.lists(st.tuples(st.floats(20, 110), st.floats(9, 40)), min_size=1, max_size=3).map(tuple)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Wanted, Scene]:
    heights = draw(st.lists(st.floats(20, 200), min_size=3, max_size=7))
    step = BOX.w / (len(heights) - 1)
    wave = Wave([(i * step, y) for i, y in enumerate(heights)])
    x = draw(st.floats(0, BOX.w))
    near = Rect(x, wave.at(x), draw(st.sampled_from((0.0, 24.0))), draw(st.sampled_from((0.0, 8.0))))
    wanted = Wanted(draw(SIZES), near, BOX, draw(st.booleans()), side=draw(st.sampled_from((-1, 0, 1))))
    taken = draw(st.lists(st.builds(Rect, *(st.floats(0, 180),) * 2, *(st.floats(2, 30),) * 2), max_size=3))
    return wanted, Scene(wave, tuple(taken), borders=(66.0, 154.0), scale=draw(st.sampled_from((0.9, 1.0, 1.2))))


def rects(label: Wanted, w: float, h: float, scene: Scene) -> list[Rect]:
    """Every place, each looked at as a rectangle."""
    inside, k = label.inside, scene.scale
    first, last = inside.x, inside.right - w
    if last < first - 0.01 or h > inside.h:
        return []
    if label.led:
        first = max(first, label.near.x - w - FARTHEST * k)
    reach = min(last, label.near.right + FARTHEST * k) if label.led else last
    xs = [first + STEP * k * i for i in range(int(max(0.0, reach - first) / (STEP * k)) + 1)]
    aligned = [label.near.x + label.near.w / 2 - w / 2, label.near.x, label.near.right]
    out = []
    for x in [*xs, *([] if label.led else [last]), *(x for x in aligned if inside.x <= x <= last)]:
        if inside.x > x + SLACK or x + w > inside.right + SLACK:
            continue
        ys = [scene.line.at(x - scene.clear), scene.line.at(x + w + scene.clear)]
        ys += [y for at, y in scene.line.knots if x - scene.clear < at < x + w + scene.clear]
        highest, lowest = min(ys) - scene.clear - h, max(ys) + scene.clear
        levels = [*(highest - a * k for a in AWAY), *(lowest + a * k for a in AWAY), inside.y, inside.bottom - h]
        for rect in [Rect(x, y, w, h) for y in levels if y <= highest or y >= lowest]:
            within = inside.y - SLACK <= rect.y and rect.bottom <= inside.bottom + SLACK
            if within and not any(rect.meets(other, scene.apart) for other in scene.taken):
                out.append(rect)
    return out


def cost(label: Wanted, size: int, rect: Rect, scene: Scene) -> float:
    """What a place costs."""
    near, k = label.near, scene.scale
    distance = rect.apart(near)
    out = distance + k * label.broken * size
    out += placing.ASIDE * abs(rect.x + rect.w / 2 - near.x - near.w / 2)
    if label.led and distance > placing.UNLED * k:
        out += placing.LED * k
    if label.side and (label.side < 0) != (rect.bottom <= scene.line.at(rect.x + rect.w / 2)):
        out += placing.ASTRAY * k
    return out + placing.ACROSS * k * sum(rect.y - 1 < border < rect.bottom + 1 for border in scene.borders)


def plainly(label: Wanted, scene: Scene) -> list[tuple[float, Spot]]:
    """All places, the best first."""
    places = [(size, rect) for size, (w, h) in enumerate(label.sizes) for rect in rects(label, w, h, scene)]
    costed = sorted(((cost(label, size, rect, scene), size, rect) for size, rect in places), key=lambda one: one[0])
    made = ((price, placing._spot(label, size, rect, scene)) for price, size, rect in costed)
    return [(price, spot) for price, spot in made if spot is not None][:TRIED]


@settings(max_examples=60, deadline=None)
@given(cases())
def test_the_places_tried_are_those_of_rectangles_looked_at_one_by_one(case: tuple[Wanted, Scene]) -> None:
    assert placing._options(*case) == plainly(*case)
