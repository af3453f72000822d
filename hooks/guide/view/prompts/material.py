"""Which rows each kind of pack holds, and how they are written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ...facts.job_posts import coded_posts, theme_share
from ...facts.labels import CATEGORIES, SCOPES
from ...facts.question_bank import bank, rubric_of
from ...facts.sums import filled
from ...rows.loading import Guide
from ...rows.models import Competency, PromptPack, Question, QuestionRubric, RolePlay
from ...rows.models.preparing.practice import Rubric
from .writing import Cited, bullets, said

BASES = {
    "reported": "reported by the sources named",
    "planning-model": "a planning model; no public report describes it",
}
SIGNALS = ("weak", "mixed", "strong")


def interviewer(guide: Guide, row: PromptPack, cited: Cited) -> list[str]:
    """The round, the rubrics that judge its questions, and the questions."""
    questions = [q for q in bank(guide, row.track) if q.category in row.categories]
    found = (rubric_of(guide, row.track, category) for category in row.categories)
    rubrics = list({rubric.id: rubric for rubric in found if rubric}.values())
    return [
        *_stage(guide, row, cited),
        *_rubrics(rubrics),
        *(_competencies(guide, (row.track,)) if "behavioral" in row.categories else []),
        *_titled("Questions", [line for q in questions for line in _question(q, cited)]),
    ]


def scorer(guide: Guide, row: PromptPack, _: Cited) -> list[str]:
    """All rubrics of the track."""
    rubrics = [r for r in guide["question-rubrics"].values() if r.track == row.track]
    return [*_rubrics(rubrics), *_competencies(guide, (row.track,))]


def role_play_partner(guide: Guide, pack: PromptPack, cited: Cited) -> list[str]:
    """Every role-play of the track or of both, with both sides."""
    plays = [row for row in guide["role-plays"].values() if row.track in (pack.track, "both")]
    return [line for row in plays for line in _role_play(row, cited)]


def negotiation_partner(guide: Guide, _: PromptPack, cited: Cited) -> list[str]:
    """Words to say, what is known, and what came of asking."""
    scripts = [
        line
        for row in guide["negotiation-scripts"].values()
        for line in (f"- {said(row.situation)}: {said(row.say)}", f"  - Why: {said(row.why)}")
    ]
    facts = [
        f"- {said(row.statement)}{_note(row.note)} Confidence: {row.confidence}.{cited.mark(row.sources, row.as_of)}"
        for row in guide["negotiation-facts"].values()
    ]
    accounts = [
        f"- {said(row.who)}, {row.date}, {row.outcome}: {said(row.what)} Confidence: {row.confidence}."
        f"{cited.mark([row.source], row.date)}"
        for row in guide["negotiation-accounts"].values()
    ]
    return [
        *_titled("Words that work", scripts),
        *_titled("What is known", facts),
        *_titled("What came of asking", accounts),
    ]


def story_coach(guide: Guide, _: PromptPack, __: Cited) -> list[str]:
    """The signals of each competency on both tracks."""
    return _competencies(guide, ("pm", "pmm"))


def case_partner(guide: Guide, row: PromptPack, cited: Cited) -> list[str]:
    """Each case of the track, with its fact cards."""
    sums = guide["case-numbers"]
    lines = []
    for case in guide["cases"].values():
        if case.track != row.track:
            continue
        facts = [
            f"- If I ask: {said(fact.ask)} Card: {said(fact.fact)}"
            + (f" Measured by {said(fact.measured_by)}." if fact.measured_by else "")
            + cited.mark(fact.sources, fact.date)
            for fact in guide["case-facts"].values()
            if fact.case == case.id
        ]
        curveballs = [
            line
            for ball in case.curveballs
            for line in (f"- {said(ball.says)}", f"  - Strong reply: {said(ball.strong_reply)}")
        ]
        lines += [
            *_titled(case.title, [f"{said(case.product)}. {case.minutes} minutes."]),
            *("", f"Question: {said(case.question)}", "", "Fact cards:", "", *facts),
            *("", "Curveballs:", "", *curveballs, "", "A strong answer:", ""),
            *bullets(filled(text, sums) for text in case.strong_answer),
            *bullets([f"Says: {filled(case.say, sums)}"] if case.say else []),
            *("", *_signals(case.rubric), ""),
        ]
    return lines


def post_analyst(guide: Guide, _: PromptPack, cited: Cited) -> list[str]:
    """What posts ask for by theme and track, and how codes are read."""
    lines = []
    for track, name in (("pm", "PM"), ("pmm", "PMM")):
        posts = coded_posts(guide, track)
        source = cited.mark(sorted({post.source for post in posts}))
        themes = [row for row in guide["post-themes"].values() if track in row.tracks]
        shares = [theme_share(guide, track, theme.id) for theme in themes]
        lines += _titled(
            f"Themes in {len(posts)} coded {name} posts{source}",
            [
                f"- {said(share.theme.theme)}: required in {share.required}, preferred in {share.preferred} "
                f"of {share.n}. {said(share.theme.means)}"
                for share in shares
            ],
        )
    codes = [
        f"- {row.job_post_code}: level {row.level}, PM title {said(row.pm_title or 'none seen')}, PMM title "
        f"{said(row.pmm_title or 'none seen')}. {said(row.mapping_basis)}. Confidence: {row.confidence}."
        f"{cited.mark(row.sources)}"
        for row in guide["levels"].values()
        if row.job_post_code
    ]
    return [*lines, *_titled("Career stage codes", codes)]


MATERIAL: Mapping[str, Callable[[Guide, PromptPack, Cited], list[str]]] = {
    "interviewer": interviewer,
    "scorer": scorer,
    "role-play-partner": role_play_partner,
    "negotiation-partner": negotiation_partner,
    "story-coach": story_coach,
    "case-partner": case_partner,
    "post-analyst": post_analyst,
}


def _titled(title: str, lines: Sequence[str]) -> list[str]:
    return [f"### {said(title)}", "", *lines, ""]


def _stage(guide: Guide, row: PromptPack, cited: Cited) -> list[str]:
    if row.stage is None:
        return []
    stage = guide["loops"][row.stage]
    minutes = f", {stage.minutes_low} to {stage.minutes_high} minutes" if stage.minutes_low else ""
    return _titled(
        f"The round: {stage.name}{minutes}",
        [
            f"In the room: {said(stage.who_is_in_the_room)} Basis: {BASES[stage.basis]}.{cited.mark(stage.sources)}",
            "",
            *bullets(stage.what_is_evaluated),
        ],
    )


def _rubrics(rubrics: Iterable[QuestionRubric]) -> list[str]:
    return [line for rubric in rubrics for line in _rubric(rubric)]


def _rubric(rubric: QuestionRubric) -> list[str]:
    levels = [getattr(rubric.levels, f"level_{score}") for score in range(1, 6)]
    return _titled(
        f"Rubric: {rubric.type}",
        [
            f"For: {', '.join(CATEGORIES[category] for category in rubric.categories)}. "
            f"Listens for: {said('; '.join(rubric.listens_for))}. Red flag: {said(rubric.red_flag)}",
            "",
            *(f"- {score}: {said(text)}" for score, text in enumerate(levels, start=1)),
            *(
                f"- At {level}: {said(getattr(rubric.by_level, f'at_{level}'))}"
                for level in (61, 63, 65)
            ),
        ],
    )


def _competencies(guide: Guide, tracks: Sequence[str]) -> list[str]:
    lines = []
    for row in guide["competencies"].values():
        signals = [line for track in tracks for line in _track_signals(row, track)]
        lines += _titled(f"Competency: {row.name}", [said(row.meaning), "", *signals[:-1]])
    return lines


def _track_signals(row: Competency, track: str) -> list[str]:
    return [f"{track.upper()}:", "", *_signals(getattr(row, track)), ""]


def _signals(rubric: Rubric) -> list[str]:
    return [f"- {name}: {said(text)}" for name in SIGNALS for text in getattr(rubric, name)]


def _question(row: Question, cited: Cited) -> list[str]:
    return [
        f"- {row.id}, {CATEGORIES[row.category]}: {said(row.question)} [{SCOPES[row.scope]}]"
        f"{cited.mark([row.source], row.reported_on)}",
        *(f"  - Strong: {said(text)}" for text in row.strong_answer),
        *(f"  - Then ask: {said(text)}" for text in row.follow_ups),
        *(f"  - At {level}: {said(getattr(row.levels, f'at_{level}'))}" for level in (61, 63, 65)),
    ]


def _role_play(row: RolePlay, cited: Cited) -> list[str]:
    lines = [
        f"Setting: {said(row.setting)} {row.minutes} minutes.",
        *("", f"I am: {said(row.you_are)}", "", f"You are: {said(row.counterpart)}"),
        *("", f"Hidden incentive: {said(row.hidden_incentive)}"),
        *("", f"Opening line: {said(row.opening_line)}", ""),
    ]
    for turn in row.turns:
        lines += [
            f"- Turn {turn.id}. They say: {said(turn.they_say)} They want: {said(turn.they_want)}"
        ]
        lines += [
            f"  - {reply.quality}: {said(reply.say)} Then: {said(reply.reaction)} Go to {reply.next}."
            for reply in turn.replies
        ]
    lines += [
        f"- Ending {end.id}, {end.result}. They say: {said(end.they_say)} Later: {said(end.outcome)}"
        for end in row.endings
    ]
    lines += ["", "Good path:", "", *bullets(row.good_path), "", f"Trap: {said(row.trap)}", ""]
    return _titled(
        row.title,
        [*lines, *_signals(row.rubric), "", f"Basis: {said(row.basis)}{cited.mark(row.sources)}"],
    )


def _note(note: str | None) -> str:
    return f" {said(note)}" if note else ""
