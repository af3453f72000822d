"""Which rows each kind of pack holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...facts.job_posts import coded_posts, theme_share
from ...facts.question_bank import bank, rubric_of
from ...facts.sums import filled
from ...rows.loading import Guide
from ...rows.models import Case, PromptPack
from .markdown import Cited, bullets, inline
from .parts import (
    competency_lines,
    question_lines,
    role_play_lines,
    rubric_lines,
    signal_lines,
    stage_lines,
    titled,
    with_space,
)


def interviewer(guide: Guide, row: PromptPack, cited: Cited) -> list[str]:
    """The round, the rubrics that judge its questions, and the questions."""
    questions = [q for q in bank(guide, row.track) if q.category in row.categories]
    found = (rubric_of(guide, row.track, category) for category in row.categories)
    rubrics = list({rubric.id: rubric for rubric in found if rubric}.values())
    return [
        *stage_lines(guide, row, cited),
        *rubric_lines(rubrics),
        *(competency_lines(guide, (row.track,)) if "behavioral" in row.categories else []),
        *titled("Questions", [line for q in questions for line in question_lines(q, cited)]),
    ]


def scorer(guide: Guide, row: PromptPack, _: Cited) -> list[str]:
    """All rubrics of the track."""
    rubrics = [r for r in guide["question-rubrics"].values() if r.track == row.track]
    return [*rubric_lines(rubrics), *competency_lines(guide, (row.track,))]


def role_play_partner(guide: Guide, pack: PromptPack, cited: Cited) -> list[str]:
    """Every role-play of the track or of both, with both sides."""
    plays = [row for row in guide["role-plays"].values() if row.track in (pack.track, "both")]
    return [line for row in plays for line in role_play_lines(row, cited)]


def negotiation_partner(guide: Guide, _: PromptPack, cited: Cited) -> list[str]:
    """Scripts, facts, and what came of asking."""
    scripts = [
        line
        for row in guide["negotiation-scripts"].values()
        for line in (f"- {inline(row.situation)}: {inline(row.say)}", f"  - Why: {inline(row.why)}")
    ]
    facts = [
        f"- {inline(row.statement)}{with_space(row.note)} Confidence: {row.confidence}."
        f"{cited.mark(row.sources, row.as_of)}"
        for row in guide["negotiation-facts"].values()
    ]
    accounts = [
        f"- {inline(row.who)}, {row.date}, {row.outcome}: {inline(row.what)} Confidence: {row.confidence}."
        f"{cited.mark([row.source], row.date)}"
        for row in guide["negotiation-accounts"].values()
    ]
    return [
        *titled("Words that work", scripts),
        *titled("What is known", facts),
        *titled("What came of asking", accounts),
    ]


def story_coach(guide: Guide, _: PromptPack, __: Cited) -> list[str]:
    """The signals of each competency on both tracks."""
    return competency_lines(guide, ("pm", "pmm"))


def case_partner(guide: Guide, row: PromptPack, cited: Cited) -> list[str]:
    """Each case of the track, with its fact cards."""
    cases = [case for case in guide["cases"].values() if case.track == row.track]
    return [line for case in cases for line in _case_lines(guide, case, cited)]


def _case_lines(guide: Guide, case: Case, cited: Cited) -> list[str]:
    sums = guide["case-numbers"]
    curveballs = [
        line
        for ball in case.curveballs
        for line in (f"- {inline(ball.says)}", f"  - Strong reply: {inline(ball.strong_reply)}")
    ]
    return [
        *titled(case.title, [f"{inline(case.product)}. {case.minutes} minutes."]),
        *("", f"Question: {inline(case.question)}", "", "Fact cards:", ""),
        *_fact_cards(guide, case, cited),
        *("", "Curveballs:", "", *curveballs, "", "A strong answer:", ""),
        *bullets(filled(text, sums) for text in case.strong_answer),
        *bullets([f"Says: {filled(case.say, sums)}"] if case.say else []),
        *("", *signal_lines(case.rubric), ""),
    ]


def _fact_cards(guide: Guide, case: Case, cited: Cited) -> list[str]:
    return [
        f"- If I ask: {inline(fact.ask)} Card: {inline(fact.fact)}"
        + (f" Measured by {inline(fact.measured_by)}." if fact.measured_by else "")
        + cited.mark(fact.sources, fact.date)
        for fact in guide["case-facts"].values()
        if fact.case == case.id
    ]


def post_analyst(guide: Guide, _: PromptPack, cited: Cited) -> list[str]:
    """What posts ask for by theme and track, and how codes are read."""
    lines = []
    for track, name in (("pm", "PM"), ("pmm", "PMM")):
        posts = coded_posts(guide, track)
        source = cited.mark(sorted({post.source for post in posts}))
        themes = [row for row in guide["post-themes"].values() if track in row.tracks]
        shares = [theme_share(guide, track, theme.id) for theme in themes]
        lines += titled(
            f"Themes in {len(posts)} coded {name} posts{source}",
            [
                f"- {inline(share.theme.theme)}: required in {share.required}, preferred in {share.preferred} "
                f"of {share.n}. {inline(share.theme.means)}"
                for share in shares
            ],
        )
    codes = [
        f"- {row.job_post_code}: level {row.level}, PM title {inline(row.pm_title or 'none seen')}, PMM title "
        f"{inline(row.pmm_title or 'none seen')}. {inline(row.mapping_basis)}. Confidence: {row.confidence}."
        f"{cited.mark(row.sources)}"
        for row in guide["levels"].values()
        if row.job_post_code
    ]
    return [*lines, *titled("Career stage codes", codes)]


MATERIAL: Mapping[str, Callable[[Guide, PromptPack, Cited], list[str]]] = {
    "interviewer": interviewer,
    "scorer": scorer,
    "role-play-partner": role_play_partner,
    "negotiation-partner": negotiation_partner,
    "story-coach": story_coach,
    "case-partner": case_partner,
    "post-analyst": post_analyst,
}
