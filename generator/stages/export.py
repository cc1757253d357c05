"""Export: a handout becomes a reading, and the reading a file of another kind than PDF."""

from __future__ import annotations

from generator.kinds.about import about
from generator.kinds.design import Plan
from generator.kinds.reading import Reading, read
from generator.kinds.setting import Setting
from generator.kinds.shaped import Shaped
from generator.kinds.words import words
from generator.pdf.recorder import Recorder


def read_plan(shaped: Shaped, plan: Plan, setting: Setting) -> Reading:
    """Read a handout that was fitted as for a PDF."""
    head = shaped.head
    said = about(setting, setting.plain(head.title), summary=head.summary, review=head.review, keywords=head.keywords)
    recorder = Recorder(setting.document)
    recorder.hues = setting.hues
    plan.draw(recorder)
    return Reading(
        str(shaped.ident),
        said.title,
        said.lang,
        said.rtl,
        said.author,
        said.subject,
        said.keywords,
        said.date,
        read(recorder, setting.document),
        setting.look.roles,
        setting.look.shape,
        setting.look.radius,
        setting.styles.h1.face,
        (setting.styles.body.face, setting.styles.strong.face),
        words(setting.language),
        head.span_of("language") or head.title.span,
    )
