"""How a setting is reached: e-mail, phone, web and address, each a line and a link; how to ask for other formats."""

from __future__ import annotations

from generator.kinds.setting import Setting
from generator.model.brand import clock_whole
from generator.pdf.structure import Element
from generator.typeset.boxes import Box
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.style import Style

WAYS = (  # in this order; None is no link
    ("email", "mailto:"),
    ("phone", "tel:"),
    ("hours", None),
    ("web", ""),
    ("address", None),
)


def reach_lines(
    setting: Setting, section: Element, style: Style, *, title: str | None = None, skip: str | None = None
) -> list[Box]:
    """Compose a paragraph for each way to reach the setting; nothing where it gives none.

    Args:
        setting: whose brand says the ways.
        section: gets the paragraphs.
        style: of all lines; links take its colour.
        title: a strong line above them.
        skip: a way that is told elsewhere, such as the web address beside its code.
    """
    values = dict(setting.look.values)
    if opening_hours(setting) is None:
        values.pop("hours", None)  # a brand may use the word for something else
    if not any(key in values and key != skip for key, _ in WAYS):
        return []
    boxes: list[Box] = []
    if title is not None:
        boxes.append(setting.paragraph(title, style, section.add("P"), strong=True))
    for key, scheme in WAYS:
        if key not in values or key == skip:
            continue
        element = section.add("P")
        if key == "hours":
            boxes.append(setting.paragraph(clock_whole(values[key]), style.with_(balance=True), element))
            continue
        if scheme is None:
            boxes.append(setting.paragraph(values[key], style, element))
            continue
        words = setting.runs(values[key], style, element)[0].text
        link = element.add("Link")
        target = _target(setting, key, scheme, values[key])
        if key == "phone":
            words = words.replace(" ", "\u00a0")  # a number is never broken between lines
        run = Run(words, link, link=target, contents=setting.link_contents(target), colour=style.colour)
        boxes.append(setting.set([run], style))
    return boxes


def opening_hours(setting: Setting) -> str | None:
    """Return when somebody answers; None where the brand's contacts do not say so."""
    contact = setting.look.brand.contact
    return clock_whole(contact.hours) if contact is not None and contact.hours else None


def code_label(setting: Setting) -> str:
    """Return the words before the address that the code opens: the brand's own, or the tool's."""
    brand = setting.look.brand
    return setting.filled(brand.qr_label, brand.span_of("qr_label")) if brand.qr_label else setting.word("scan")


def code_shows_web(setting: Setting) -> bool:
    """Tell whether the code opens a page of the setting's own site: the address beside it says where that is."""
    brand = setting.look.brand
    web, address = brand.contact.web if brand.contact is not None else None, brand.code_address
    return web is not None and address is not None and address != web and address.startswith(web.rstrip("/") + "/")


def reading_offer(setting: Setting, section: Element, style: Style) -> Paragraph | None:
    """Compose how to ask for other formats; None where the brand offers none."""
    brand = setting.look.brand
    if not brand.reading_offer:
        return None
    text = setting.filled(brand.reading_offer, brand.span_of("reading_offer"))
    return setting.paragraph(text, style, section.add("P"))


def _target(setting: Setting, key: str, scheme: str, value: str) -> str:
    if key == "web":
        contact = setting.look.brand.contact
        return str(contact.web) if contact is not None and contact.web is not None else "https://" + value
    if key == "phone":
        return scheme + "".join(c for c in value if c.isdigit() or c == "+")
    return scheme + value
