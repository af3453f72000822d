"""Each rule about rows: a case that breaks it, with what the contributor reads, and one that keeps it."""

from __future__ import annotations

import copy
import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from guide.check import rules
from guide.check.rules.rows import questions_are_distinct, references_resolve
from guide.facts.tool_needs import RETOLD, SCRIPTS
from guide.publish.tool_data.offer_calculator.evidence import UNKNOWNS
from guide.publish.tool_data.offer_calculator.rules import BONUS_STEPS, MATCH, RULES, TERMS
from guide.rows.loading import load_guide

from tests.guides import guide_of, row, write_tables

TODAY = dt.datetime.now(dt.UTC).date()
NEXT_WEEK = (TODAY + dt.timedelta(days=8)).isoformat()
TOMORROW = (TODAY + dt.timedelta(days=1)).isoformat()
NEXT_YEAR = str(TODAY.year + 1)
SOURCE = row("sources")
SET_ASIDE = row("sources", set_aside="Thin")
BASE = row("compensation", id="base", metric="base", statistic="average", value=196831)
STOCK = row("compensation", id="stock", metric="stock", statistic="average", value=46281)
BONUS = row("compensation", id="bonus", metric="bonus", statistic="average", value=31133)
TOTAL = row("compensation", id="total", value=274000)
ARTICLE_BASE = row("article-figures", id="b", low=350000, high=350000)
ARTICLE_GRANT = row(
    "article-figures", id="g", metric="stock", low=420000, high=420000, per="four-year-grant"
)
MIXED = row(
    "article-figures",
    id="t",
    metric="total",
    low=770000,
    high=770000,
    per="year-plus-four-year-grant",
    base="b",
    grant="g",
    restated_per_year=455000,
)
SUM_LINE = {"key": "price", "label": "Price", "cells": ["600"]}
ACCOUNT = {"says": "Ten percent", "sources": ["a-source"]}
QUESTION = row("questions", question="Which market would you enter next, and why?")

Tables = dict[str, list[dict[str, Any]]]


def amount(name: str, value: str = "1") -> dict[str, str]:
    return {"name": name, "value": value, "unit": "USD"}


def offer_facts() -> dict[str, dict[str, Any]]:
    """Every rule of an offer that the tools need, with the amounts that they count."""
    names = {BONUS_STEPS: ["Step 1"], MATCH: ["Employee limit, 2024"]}
    for term in TERMS.values():
        names.setdefault(term.rule, []).append(term.amount)
    return {
        rule: row("offer-facts", id=rule, amounts=[amount(name) for name in names.get(rule, [])])
        for rule in RULES
    }


def tool_rows(**amounts: list[dict[str, str]]) -> Tables:
    """The rows that the study tools need, with other amounts in some rules of an offer."""
    facts = offer_facts()
    for name, others in amounts.items():
        facts[name.replace("_", "-")]["amounts"] = others
    return {
        "offer_facts": list(facts.values()),
        "unknowns": [row("unknowns", id=key) for key in UNKNOWNS],
        "negotiation_scripts": [row("negotiation-scripts", id=key) for key in SCRIPTS],
        "role_aspects": [row("role-aspects", id=key) for key in RETOLD],
        "study_tools": [row("study-tools", id=key) for key in ("offer-calculator", "story-bank")],
    }


NO_METRO = {"metro_low": "", "metro_high": ""}


def post_rows(**others: dict[str, Any]) -> Tables:
    """A post, a theme, and the row that counts it, with another row in place of some."""
    names = ("job_posts", "post_themes", "job_post_themes")
    return {name: [others.get(name, row(name.replace("_", "-")))] for name in names}


# What spreadsheet programs take for the start of a formula (OWASP, "CSV Injection").
FORMULAS = (
    '=HYPERLINK("https://evil.example","x")',
    "=cmd|' /C calc'!A0",
    "+1+cmd",
    "-2+3",
    "@SUM(1+1)",
    "\uff1d1+1",
    "- senior",
)


def changed_play(
    *, turn: int = 0, replies: Sequence[tuple[str, dict[str, Any]]] = (), **fields: Any
) -> dict[str, Any]:
    """The role-play of the test guides with one turn changed, and replies of that turn by their quality."""
    play = copy.deepcopy(row("role-plays"))
    one = play["turns"][turn]
    for quality, changes in replies:
        next(r for r in one["replies"] if r["id"] == f"r-{quality}").update(changes)
    one.update(fields)
    return play


def changed_transcripts(**fields: Any) -> dict[str, Any]:
    """The transcripts of the test guides with the first candidate changed."""
    rows = copy.deepcopy(row("transcripts"))
    rows["candidates"][0].update(fields)
    return rows


MARK = {"quote": "I stopped it", "note": "Acts"}
LONGEST = changed_play(replies=[("strong", {"say": "Why not now?"})])
LONGEST["turns"][1]["replies"][0]["say"] = "Why not now?"
BROKEN: dict[str, tuple[str, Tables, str]] = {
    "a sum that cannot be worked out": (
        "sums_work_out",
        {
            "case_numbers": [
                {**row("case-numbers"), "lines": [{**SUM_LINE, "cells": ["crew * 15"]}]}
            ]
        },
        "data/case-numbers.yml:1: a-sum / lines\n"
        "    'price': 'crew' is not a line above. Known: price.\n"
        "    try:  cells: [12 * 15]",
    ),
    "duplicate id": (
        "ids_are_unique",
        {"glossary": [row("glossary"), row("glossary", id="b"), row("glossary", term="Other")]},
        "data/glossary.yml:3: a-term / id\n"
        "    'a-term' is already used on line 1. Give this row an id of its own.",
    ),
    "duplicate level": (
        "ids_are_unique",
        {"levels": [row("levels"), row("levels", band="mid")]},
        "data/levels.csv:3: 64 / level\n"
        "    '64' is already used on line 2. Give this row an id of its own.",
    ),
    "retired id": (
        "retired_ids_stay_retired",
        {
            "sources": [row("sources", id="old-id")],
            "retired_ids": [row("retired-ids", replaced_by="a-source")],
        },
        "data/sources.yml:1: old-id / id\n"
        "    'old-id' is retired and never used again. Use 'a-source'.",
    ),
    "retired id without a successor": (
        "retired_ids_stay_retired",
        {"sources": [row("sources", id="old-id")], "retired_ids": [row("retired-ids")]},
        "data/sources.yml:1: old-id / id\n    'old-id' is retired and never used again.",
    ),
    "unresolved source": (
        "references_resolve",
        {"sources": [SOURCE], "questions": [row("questions", source="a-sorce")]},
        "data/questions.yml:1: PM001 / source\n"
        "    'a-sorce' is not in data/sources.yml. Allowed: a-source. Did you mean 'a-source'?",
    ),
    "unresolved source in a list": (
        "references_resolve",
        {"sources": [SOURCE], "claims": [row("claims", evidence=["a-source", "zzz"])]},
        "data/claims.yml:1: C001 / evidence\n"
        "    'zzz' is not in data/sources.yml. Allowed: a-source.",
    ),
    "unresolved source in a CSV cell": (
        "references_resolve",
        {"sources": [SOURCE], "levels": [row("levels", sources="a-source;b-source")]},
        "data/levels.csv:2: 64 / sources\n"
        "    'b-source' is not in data/sources.yml. Allowed: a-source. Did you mean 'a-source'?",
    ),
    "unresolved source of an unknown": (
        "references_resolve",
        {"sources": [SOURCE], "unknowns": [row("unknowns", sources=["gone"])]},
        "data/unknowns.yml:1: a-gap / sources\n"
        "    'gone' is not in data/sources.yml. Allowed: a-source.",
    ),
    "unresolved source in a group": (
        "references_resolve",
        {
            "sources": [SOURCE],
            "offer_facts": [
                row("offer-facts", conflict=[ACCOUNT, {"says": "x", "sources": ["gone"]}])
            ],
        },
        "data/offer-facts.yml:1: a-fact / conflict\n"
        "    'gone' is not in data/sources.yml. Allowed: a-source.",
    ),
    "unresolved claim": (
        "references_resolve",
        {
            "sources": [SOURCE],
            "claims": [row("claims")],
            "mistakes": [row("mistakes", claims=["C001", "C010"])],
        },
        "data/mistakes.yml:1: a-mistake / claims\n"
        "    'C010' is not in data/claims.yml. Allowed: C001. Did you mean 'C001'?",
    ),
    "unresolved claim of a figure": (
        "references_resolve",
        {"article_figures": [row("article-figures", claim="C999")]},
        "data/article-figures.csv:2: a-figure / claim\n"
        "    'C999' is not in data/claims.yml. Allowed: nothing.",
    ),
    "unresolved competency in a list": (
        "references_resolve",
        {"story_map_example": [row("story-map-example", competencies=["delight"])]},
        "data/story-map-example.yml:1: a-story / competencies\n"
        "    'delight' is not in data/competencies.yml. Allowed: nothing.",
    ),
    "unresolved question": (
        "references_resolve",
        {
            "sources": [SOURCE],
            "competencies": [row("competencies")],
            "worked_answers": [row("worked-answers", question="PM002")],
            "questions": [row("questions")],
        },
        "data/worked-answers.yml:1: an-answer / question\n"
        "    'PM002' is not in data/questions.yml. Allowed: PM001. Did you mean 'PM001'?",
    ),
    "unresolved task": (
        "references_resolve",
        {"checklist": [row("checklist")], "study_plans": [row("study-plans", tasks=["a-tsk"])]},
        "data/study-plans.yml:1: two-week-1 / tasks\n"
        "    'a-tsk' is not in data/checklist.yml. Allowed: a-task. Did you mean 'a-task'?",
    ),
    "unused source": (
        "sources_are_used",
        {"sources": [SOURCE]},
        "data/sources.yml:1: a-source / id\n"
        "    'a-source' is used by no row and no page. Cite it, or say in set_aside why nothing rests on it.",
    ),
    "set aside but used": (
        "sources_are_used",
        {"sources": [SET_ASIDE], "questions": [row("questions")]},
        "data/sources.yml:1: a-source / set_aside\n"
        "    'a-source' is set aside, but data/questions.yml (PM001) rests on it. Remove one of the two.",
    ),
    "grade above its kind": (
        "grades_fit_kinds",
        {"sources": [row("sources", kind="press", grade="microsoft-says")]},
        "data/sources.yml:1: a-source / grade\n"
        "    'microsoft-says' does not fit the kind 'press'. Allowed: secondary.\n"
        "    try:  grade: secondary",
    ),
    "copy of a job post as Microsoft's word": (
        "grades_fit_kinds",
        {"sources": [row("sources", kind="copy-of-job-post", grade="microsoft-says")]},
        "data/sources.yml:1: a-source / grade\n"
        "    'microsoft-says' does not fit the kind 'copy-of-job-post'. Allowed: secondary.\n"
        "    try:  grade: secondary",
    ),
    "employee graded second hand": (
        "grades_fit_kinds",
        {"sources": [row("sources", kind="employee-account", grade="secondary")]},
        "data/sources.yml:1: a-source / grade\n"
        "    'secondary' does not fit the kind 'employee-account'. Allowed: employee-says, first-hand.\n"
        "    try:  grade: employee-says",
    ),
    "employee who gives no name": (
        "grades_fit_kinds",
        {"sources": [row("sources", kind="employee-account", grade="employee-says")]},
        "data/sources.yml:1: a-source / author\n"
        "    'employee-says' needs a name in author. An employee without one is first-hand: nobody can check it.\n"
        "    try:  grade: first-hand",
    ),
    "personal post as Microsoft's word": (
        "grades_fit_kinds",
        {
            "sources": [
                row("sources", kind="employee-account", grade="microsoft-says", author="A B")
            ]
        },
        "data/sources.yml:1: a-source / grade\n"
        "    'microsoft-says' does not fit the kind 'employee-account'. Allowed: employee-says, first-hand.\n"
        "    try:  grade: employee-says",
    ),
    "copy of a filing as Microsoft's word": (
        "grades_fit_kinds",
        {
            "sources": [
                row("sources", kind="microsoft-filing", grade="microsoft-says", is_copy=True)
            ]
        },
        "data/sources.yml:1: a-source / grade\n"
        "    'microsoft-says' is above what a copy can be. Allowed: secondary.\n"
        "    try:  grade: secondary",
    ),
    "copy of an account as first hand": (
        "grades_fit_kinds",
        {"sources": [row("sources", kind="candidate-account", grade="first-hand", is_copy=True)]},
        "data/sources.yml:1: a-source / grade\n"
        "    'first-hand' is above what a copy can be. Allowed: secondary.\n"
        "    try:  grade: secondary",
    ),
    **{
        f"link to {what}": (
            "sources_link_to_true_addresses",
            {"sources": [row("sources", url=url)]},
            f"data/sources.yml:1: a-source / url\n    '{shown}' {why}. Print the true address as original_address, "
            "leave url empty, and say is_copy: true if you read a copy.",
        )
        for what, url, shown, why in (
            (
                "a look-alike of Microsoft Learn",
                "https://learn-microsoft-com.rtu-tc.ru/en-us/page",
                "learn-microsoft-com.rtu-tc.ru",
                "passes for another site",
            ),
            (
                "a proxy",
                "https://f6ffb3fa.atarimworker.io/~someone",
                "f6ffb3fa.atarimworker.io",
                "is a proxy of another site",
            ),
            (
                "a mirror of LinkedIn",
                "https://tristar.netlify.app/host-https-www.linkedin.com/pulse/1",
                "tristar.netlify.app/host-https-",
                "is a proxy of another site",
            ),
            (
                "a mirror of Reddit",
                "https://reddit.gpgaming.de/r/levels_fyi",
                "reddit.gpgaming.de",
                "passes for another site",
            ),
            (
                "a test address",
                "https://msftar.azurewebsites.net/investor/",
                "msftar.azurewebsites.net",
                "is a test address of another site",
            ),
            (
                "a directory of something else",
                "https://www.companydirectorylist.com/companyprofile/x",
                "www.companydirectorylist.com",
                "quotes others on a page about something else",
            ),
            (
                "a retired blog",
                "https://blogs.msdn.microsoft.com/someone/2005/01/01/post/",
                "blogs.msdn.microsoft.com",
                "is retired",
            ),
            (
                "a form to reply",
                "https://example.org/post/?replytocom=12",
                "replytocom",
                "opens a form to reply",
            ),
        )
    },
    "a note about how it was read": (
        "readings_are_fields",
        {"sources": [row("sources", note="A blog. Only the opening was read.")]},
        "data/sources.yml:1: a-source / note\n"
        "    says in words how much was read. Take it out here and say it with the field read.\n"
        "    try:  read: opening",
    ),
    "median whose source says average": (
        "statistics_are_honest",
        {"sources": [row("sources", states="average")], "compensation": [row("compensation")]},
        "data/compensation.csv:2: pm-64-total / statistic\n"
        "    'a-source' states average, so this is not a median. Allowed: average.\n"
        "    try:  statistic: average",
    ),
    "median whose source says nothing": (
        "statistics_are_honest",
        {"sources": [row("sources", states="nothing")], "compensation": [row("compensation")]},
        "data/compensation.csv:2: pm-64-total / statistic\n"
        "    'a-source' states nothing, so this is not a median. Allowed: not-stated.\n"
        "    try:  statistic: not-stated",
    ),
    "median that its parts add up to": (
        "statistics_are_honest",
        {"sources": [SOURCE], "compensation": [BASE, STOCK, BONUS, TOTAL]},
        "data/compensation.csv:5: total / statistic\n"
        "    base, stock and bonus add up to it, as averages do and medians do not. Allowed: average.\n"
        "    try:  statistic: average",
    ),
    "quartile of few reports": (
        "statistics_are_honest",
        {"pay_aggregates": [row("pay-aggregates", n=9, p10=None, median=5000, p75=None, p90=None)]},
        "data/pay-aggregates.csv:2: pm-64-old / p25\n"
        "    a spread needs 10 reports, and n is 9. Leave the cell empty.",
    ),
    "median finer than few reports": (
        "statistics_are_honest",
        {
            "pay_aggregates": [
                row("pay-aggregates", n=4, p10=None, p25=None, median=142500, p75=None, p90=None)
            ]
        },
        "data/pay-aggregates.csv:2: pm-64-old / median\n"
        "    142500 is finer than 4 reports can be. Round it to $1,000.\n"
        "    try:  median: 143000",
    ),
    "verdict without evidence": (
        "verdicts_have_evidence",
        {"claims": [row("claims", evidence=[], verdict="contradicted")]},
        "data/claims.yml:1: C001 / verdict\n"
        "    'contradicted' needs at least one source in evidence, or the verdict is unverifiable.\n"
        "    try:  verdict: unverifiable",
    ),
    "conflict of one": (
        "conflicts_have_two_accounts",
        {"offer_facts": [row("offer-facts", conflict=[ACCOUNT])]},
        "data/offer-facts.yml:1: a-fact / conflict\n"
        "    a conflict needs at least two accounts. Add the other one, or move this into fact.",
    ),
    "two stages in one place": (
        "orders_are_unique",
        {"loops": [row("loops"), row("loops", id="other")]},
        "data/loops.yml:2: other / order\n"
        "    1 is already the place of 'a-stage'. Give each row its own place.",
    ),
    "two steps in one place": (
        "orders_are_unique",
        {"ownership": [row("ownership"), row("ownership", id="other")]},
        "data/ownership.yml:2: other / order\n"
        "    1 is already the place of 'a-step'. Give each row its own place.",
    ),
    "two tasks of a phase in one place": (
        "orders_are_unique",
        {"checklist": [row("checklist"), row("checklist", id="other", track="pm")]},
        "data/checklist.yml:2: other / order\n"
        "    1 is already the place of 'a-task'. Give each row its own place.",
    ),
    "two rows of a plan for one week": (
        "orders_are_unique",
        {"study_plans": [row("study-plans"), row("study-plans", id="other")]},
        "data/study-plans.yml:2: other / week\n"
        "    1 is already the place of 'two-week-1'. Give each row its own place.",
    ),
    "two priorities in one place": (
        "orders_are_unique",
        {"plan_priorities": [row("plan-priorities"), row("plan-priorities", id="other")]},
        "data/plan-priorities.yml:2: other / order\n"
        "    1 is already the place of 'a-priority'. Give each row its own place.",
    ),
    "a task without a priority": (
        "plans_hold_every_task",
        {
            "checklist": [row("checklist"), row("checklist", id="other", order=2)],
            "plan_priorities": [row("plan-priorities")],
        },
        "data/checklist.yml:2: other / id\n"
        "    no plan with dates knows when to schedule this task. Add it to a row of data/plan-priorities.yml: "
        "tasks: [..., other]",
    ),
    "two rounds of a track in one place": (
        "plans_hold_every_task",
        {
            "question_rubrics": [
                row("question-rubrics"),
                row("question-rubrics", id="other", categories=["strategy"]),
            ],
            "mock_rounds": [row("mock-rounds"), row("mock-rounds", id="other")],
        },
        "data/mock-rounds.yml:2: other / place\n"
        "    1 is already the place of 'a-rubric'. Give each round of a track its own place.",
    ),
    "two pairs in one place": (
        "orders_are_unique",
        {"self_assessment": [row("self-assessment"), row("self-assessment", id="other")]},
        "data/self-assessment.yml:2: other / order\n"
        "    1 is already the place of 'a-pair'. Give each row its own place.",
    ),
    "two stages of a sale in one place": (
        "orders_are_unique",
        {"sales_stages": [row("sales-stages"), row("sales-stages", id="other")]},
        "data/sales-stages.yml:2: other / order\n"
        "    1 is already the place of 'a-call'. Give each row its own place.",
    ),
    "one text as two sources": (
        "sources_are_distinct",
        {"sources": [SOURCE, row("sources", id="other", url="http://www.example.org/a/#part")]},
        "data/sources.yml:2: other / url\n"
        "    'http://www.example.org/a/#part' is the address of 'a-source' already. Use that source, since one text "
        "is one voice. For another edition, give the address of an archived copy.",
    ),
    "a newer change below an older one": (
        "changes_are_newest_first",
        {"changes": [row("changes", id="old", date="2026-11-19"), row("changes")]},
        "data/changes.yml:2: a-change / date\n"
        "    '2026-11-20' is newer than '2026-11-19' of 'old' above it. Move this row above 'old'.",
    ),
    "a rule of an offer that is gone": (
        "tools_find_their_rows",
        tool_rows() | {"offer_facts": list(offer_facts().values())[:-1]},
        f"data/offer-facts.yml:1: {RULES[-1]}\n"
        "    this row is missing, and the offer calculator needs it. Put it back.",
    ),
    "a gap that is gone": (
        "tools_find_their_rows",
        tool_rows() | {"unknowns": [row("unknowns", id=key) for key in UNKNOWNS[1:]]},
        f"data/unknowns.yml:1: {UNKNOWNS[0]}\n"
        "    this row is missing, and the offer calculator needs it. Put it back.",
    ),
    "an aspect under another id": (
        "tools_find_their_rows",
        tool_rows()
        | {
            "role_aspects": [
                row("role-aspects", id=key) for key in ("constraint", "customers", *RETOLD[2:])
            ]
        },
        "data/role-aspects.yml:2: customer\n"
        "    this row is missing, and the story bank needs it. Put it back. If 'customers' is that row, "
        "give it its id back.",
    ),
    "an amount under another name": (
        "tools_find_their_rows",
        tool_rows(annual_award_vesting=[amount("Vesting periods"), amount("Vests each quarter")]),
        f"data/offer-facts.yml:{RULES.index('annual-award-vesting') + 1}: annual-award-vesting / amounts\n"
        "    the offer calculator needs the amount 'Vesting period'. Add it, under exactly that name. "
        "Is it the one called 'Vesting periods'?",
    ),
    "no limit of the match": (
        "tools_find_their_rows",
        tool_rows(**{MATCH: [amount("Match")]}),
        f"data/offer-facts.yml:{RULES.index(MATCH) + 1}: 401k-match / amounts\n"
        "    the offer calculator needs an amount with 'limit' in its name, the newest last. Add it.",
    ),
    "no steps of the bonus": (
        "tools_find_their_rows",
        tool_rows(bonus_steps=[]),
        f"data/offer-facts.yml:{RULES.index(BONUS_STEPS) + 1}: bonus-steps / amounts\n"
        "    the offer calculator needs the steps, each an amount. Add them.",
    ),
    "half a year": (
        "tools_find_their_rows",
        tool_rows(on_hire_vesting=[amount("Vesting period", "4.5")]),
        f"data/offer-facts.yml:{RULES.index('on-hire-vesting') + 1}: on-hire-vesting / amounts\n"
        "    the offer calculator counts 'Vesting period' in whole numbers, and 4.5 is between two. Round it.",
    ),
    "a share finer than a hundredth of a percent": (
        "tools_find_their_rows",
        tool_rows(**{MATCH: [amount("Match", "0.33333"), amount("A limit")]}),
        f"data/offer-facts.yml:{RULES.index(MATCH) + 1}: 401k-match / amounts\n"
        "    the offer calculator counts 'Match' in steps of 0.0001, and 0.33333 is between two. Round it.",
    ),
    "changed in the future": (
        "dates_are_not_in_the_future",
        {"changes": [row("changes", date=NEXT_WEEK)]},
        f"data/changes.yml:1: a-change / date\n"
        f"    '{NEXT_WEEK}' is in the future. Write the day it was read.",
    ),
    "read in the future": (
        "dates_are_not_in_the_future",
        {"sources": [row("sources", retrieved=NEXT_WEEK)]},
        f"data/sources.yml:1: a-source / retrieved\n"
        f"    '{NEXT_WEEK}' is in the future. Write the day it was read.",
    ),
    "published in the future": (
        "dates_are_not_in_the_future",
        {"sources": [row("sources", published=NEXT_YEAR)]},
        f"data/sources.yml:1: a-source / published\n"
        f"    '{NEXT_YEAR}' is in the future. Write the day it was read.",
    ),
    "a period that ends in the future": (
        "dates_are_not_in_the_future",
        {"pay_aggregates": [row("pay-aggregates", period=f"2017/{NEXT_YEAR}")]},
        f"data/pay-aggregates.csv:2: pm-64-old / period\n"
        f"    '2017/{NEXT_YEAR}' is in the future. Write the day it was read.",
    ),
    "a figure of the future": (
        "dates_are_not_in_the_future",
        {"compensation": [row("compensation", as_of=f"{NEXT_YEAR}-06")]},
        f"data/compensation.csv:2: pm-64-total / as_of\n"
        f"    '{NEXT_YEAR}-06' is in the future. Write the day it was read.",
    ),
    "a report of the future": (
        "dates_are_not_in_the_future",
        {"loop_reports": [row("loop-reports", reported_on=NEXT_WEEK)]},
        f"data/loop-reports.yml:1: a-report / reported_on\n"
        f"    '{NEXT_WEEK}' is in the future. Write the day it was read.",
    ),
    "reversed range": (
        "ranges_are_ordered",
        {"posted_ranges": [row("posted-ranges", low=300000)]},
        "data/posted-ranges.csv:2: a-post / low\n"
        "    low (300000) is above high (200000). Swap them or correct one.",
    ),
    "reversed guideline": (
        "ranges_are_ordered",
        {"offer_guidelines": [row("offer-guidelines", main_base_per_year_high=90000)]},
        "data/offer-guidelines.csv:2: 64 / main_base_per_year_low\n"
        "    main_base_per_year_low (100000) is above main_base_per_year_high (90000). Swap them or correct one.",
    ),
    "reversed rounds": (
        "ranges_are_ordered",
        {"loop_reports": [row("loop-reports", rounds_low=5)]},
        "data/loop-reports.yml:1: a-report / rounds_low\n"
        "    rounds_low (5) is above rounds_high (4). Swap them or correct one.",
    ),
    "a post that closed before it opened": (
        "posts_hold_together",
        {"job_posts": [row("job-posts", apply_until="2025-10-01")]},
        "data/job-posts.csv:2: 1800001 / apply_until\n"
        "    '2025-10-01' is before '2025-10-08', the day it was posted.",
    ),
    "a second range without its code": (
        "posts_hold_together",
        {"job_posts": [row("job-posts", second_us_low=1, second_us_high=2)]},
        "data/job-posts.csv:2: 1800001 / second_us_low\n"
        "    a second range belongs to a second code. Add the code to codes.",
    ),
    "two places swapped": (
        "posts_hold_together",
        {"job_posts": [row("job-posts", metro_low=90000)]},
        "data/job-posts.csv:2: 1800001 / metro_low\n"
        "    90000 is below the US range, which starts at 100000. San Francisco and New York pay more. "
        "Are the two swapped?",
    ),
    "fewer years preferred than required": (
        "posts_hold_together",
        {"job_posts": [row("job-posts", preferred_years=3)]},
        "data/job-posts.csv:2: 1800001 / preferred_years\n    3 is below the 5 required years.",
    ),
    "a range with too many posts": (
        "posted_ranges_count_posts",
        {
            "job_posts": [row("job-posts", **NO_METRO)],
            "posted_ranges": [row("posted-ranges", posts=2)],
        },
        "data/posted-ranges.csv:2: a-post / posts\n"
        "    2 is not the number of posts that print this range: job-posts.csv has 1.\n"
        "    try:  posts: 1",
    ),
    "a post whose range is in no row": (
        "posted_ranges_count_posts",
        {"job_posts": [row("job-posts")], "posted_ranges": [row("posted-ranges", posts=1)]},
        "data/job-posts.csv:2: 1800001 / metro_low\n"
        "    130000 to 230000 (IC4) is in no row of posted-ranges.csv. Add one.",
    ),
    "a part that moved in a refusal": (
        "refusals_move_nothing",
        {
            "negotiation_accounts": [
                row("negotiation-accounts", outcome="refused", moved=["stock", "sign-on"])
            ]
        },
        "data/negotiation-accounts.yml:1: an-account / moved\n"
        "    stock, sign-on cannot have moved in an account that was refused. If a part rose, the outcome is gained.\n"
        "    try:  outcome: gained",
    ),
    "a theme of a post that was not coded": (
        "themes_fit_their_posts",
        post_rows(job_posts=row("job-posts", themes_coded="no")),
        "data/job-post-themes.csv:2: 1800001-storytelling / post\n"
        "    '1800001' is not coded. Say yes in themes_coded of job-posts.csv.",
    ),
    "a theme of the other track": (
        "themes_fit_their_posts",
        post_rows(post_themes=row("post-themes", tracks=["pmm"])),
        "data/job-post-themes.csv:2: 1800001-storytelling / theme\n"
        "    'storytelling' is counted for pmm only; this post is pm.",
    ),
    "a theme counted twice": (
        "themes_fit_their_posts",
        post_rows(job_post_themes=row("job-post-themes"))
        | {"job_post_themes": [row("job-post-themes"), row("job-post-themes", id="again")]},
        "data/job-post-themes.csv:3: again / theme\n"
        "    'storytelling' is counted for this post already, by '1800001-storytelling'. Keep one row.",
    ),
    "falling percentiles": (
        "ranges_are_ordered",
        {"pay_aggregates": [row("pay-aggregates", p25=None, p10=4)]},
        "data/pay-aggregates.csv:2: pm-64-old / p10\n"
        "    p10 (4) is above median (3). Swap them or correct one.",
    ),
    "total that does not add up": (
        "totals_equal_their_parts",
        {"compensation": [BASE, STOCK, BONUS, row("compensation", id="total", value=280000)]},
        "data/compensation.csv:5: total / value\n"
        "    280000 is not the sum of base, stock and bonus, which is 274245.\n"
        "    try:  value: 274245",
    ),
    "total for a grant": (
        "years_and_grants_stay_apart",
        {"compensation": [row("compensation", per="four-year-grant")]},
        "data/compensation.csv:2: pm-64-total / per\n"
        "    a total is pay for a year, not per 'four-year-grant'.\n"
        "    try:  per: year",
    ),
    "mixed total that is restated wrongly": (
        "years_and_grants_stay_apart",
        {"article_figures": [ARTICLE_BASE, ARTICLE_GRANT, {**MIXED, "restated_per_year": 770000}]},
        "data/article-figures.csv:4: t / restated_per_year\n"
        "    770000 is not one year of base plus a quarter of the grant.\n"
        "    try:  restated_per_year: 455000",
    ),
    "mixed total that is not restated": (
        "years_and_grants_stay_apart",
        {"article_figures": [ARTICLE_BASE, ARTICLE_GRANT, {**MIXED, "restated_per_year": ""}]},
        "data/article-figures.csv:4: t / restated_per_year\n"
        "    None is not one year of base plus a quarter of the grant.\n"
        "    try:  restated_per_year: 455000",
    ),
    "mixed total that is not its parts": (
        "years_and_grants_stay_apart",
        {"article_figures": [ARTICLE_BASE, ARTICLE_GRANT, {**MIXED, "low": 760000}]},
        "data/article-figures.csv:4: t / low\n"
        "    760000 is not 350000 plus 420000.\n"
        "    try:  low: 770000",
    ),
    "mixed total without its parts": (
        "years_and_grants_stay_apart",
        {"article_figures": [ARTICLE_BASE, {**MIXED, "grant": "gone"}]},
        "data/article-figures.csv:3: t / base\n"
        "    a mixed total names the ids of the base and the grant it adds.",
    ),
    "a plain figure that is restated": (
        "years_and_grants_stay_apart",
        {"article_figures": [{**ARTICLE_BASE, "restated_per_year": 1}]},
        "data/article-figures.csv:2: b / restated_per_year\n    only a mixed total is restated.",
    ),
    "mixed total whose base is for a grant": (
        "years_and_grants_stay_apart",
        {
            "article_figures": [
                {**ARTICLE_BASE, "per": "four-year-grant"},
                ARTICLE_GRANT,
                MIXED,
            ]
        },
        "data/article-figures.csv:4: t / base\n"
        "    'b' is per 'four-year-grant'. The base is per 'year'.",
    ),
    "mixed total whose grant is for a year": (
        "years_and_grants_stay_apart",
        {"article_figures": [ARTICLE_BASE, {**ARTICLE_GRANT, "per": "year"}, MIXED]},
        "data/article-figures.csv:4: t / grant\n"
        "    'g' is per 'year'. The grant is per 'four-year-grant'.",
    ),
    "role-play whose reply leads nowhere": (
        "role_plays_lead_somewhere",
        {"role_plays": [changed_play(replies=[("strong", {"next": "t-four"})])]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    Turn 't-one', reply 'r-strong': next is 't-four'. "
        "Allowed: t-one, t-two, t-three, the-end, no-end.",
    ),
    "role-play that goes in a circle": (
        "role_plays_lead_somewhere",
        {"role_plays": [changed_play(turn=2, replies=[("weak", {"next": "t-one"})])]},
        "data/role-plays.yml:1: a-play / turns\n    The conversation can go in a circle: "
        "t-one -> t-two -> t-three -> t-one. Lead one reply elsewhere.",
    ),
    "role-play with an end that cannot be reached": (
        "role_plays_lead_somewhere",
        {
            "role_plays": [
                {
                    **changed_play(),
                    "endings": [
                        *changed_play()["endings"],
                        {"id": "lost-end", "result": "lost", "they_say": "No", "outcome": "No."},
                    ],
                }
            ]
        },
        "data/role-plays.yml:1: a-play / endings\n    No reply leads to 'lost-end'. "
        "Name it as the next of one, or leave it out.",
    ),
    "role-play with two turns of one name": (
        "role_plays_lead_somewhere",
        {"role_plays": [changed_play(turn=2, id="t-two")]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    't-two' is the id of two turns or endings. Give each its own.",
    ),
    "role-play with two replies of one name": (
        "role_plays_lead_somewhere",
        {"role_plays": [changed_play(replies=[("mixed", {"id": "r-weak"})])]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    Turn 't-one': 'r-weak' is the id of two replies. Give each its own.",
    ),
    "role-play turn without a weak reply": (
        "role_plays_lead_somewhere",
        {"role_plays": [changed_play(replies=[("weak", {"quality": "mixed"})])]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    Turn 't-one' has strong, mixed, mixed. Give one strong reply and a weak one or more.",
    ),
    "role-play reply that is far longer than another": (
        "role_plays_lead_somewhere",
        {"role_plays": [changed_play(replies=[("weak", {"say": "Why not, then, my friend?"})])]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    Turn 't-one': one reply is far longer than another "
        "(words: r-strong 2, r-mixed 2, r-weak 5). Even them out.",
    ),
    "role-play whose strong replies are the longest": (
        "role_plays_lead_somewhere",
        {"role_plays": [LONGEST]},
        "data/role-plays.yml:1: a-play / turns\n"
        "    The strong reply is the longest in 2 of 3 turns (t-one, t-two), so its length gives it away. "
        "Change half of them.",
    ),
    "transcripts of two candidates at one level": (
        "transcripts_differ_in_level",
        {"transcripts": [changed_transcripts(level="61")]},
        "data/transcripts.yml:1: three-answers / candidates\n"
        "    The levels are 61, 61, 65. Give one candidate each for 61, 63 and 65.",
    ),
    "transcripts with a quote that no one said": (
        "transcripts_differ_in_level",
        {"transcripts": [changed_transcripts(notes=[{"quote": "I go", "note": "x"}, MARK])]},
        "data/transcripts.yml:1: three-answers / candidates\n"
        "    Level 63: 'I go' is not what the candidate says.",
    ),
    "transcripts of which one is far longer": (
        "transcripts_differ_in_level",
        {
            "transcripts": [
                changed_transcripts(
                    exchanges=[{"asks": "Why?", "says": "I stopped it. It was late. We lost."}] * 2
                )
            ]
        },
        "data/transcripts.yml:1: three-answers / candidates\n"
        "    One answer is far longer than another (words: 61 6, 63 16, 65 6). Even them out.",
    ),
    "transcripts with different questions": (
        "transcripts_differ_in_level",
        {
            "transcripts": [
                changed_transcripts(exchanges=[{"asks": "How?", "says": "I stopped it."}] * 2)
            ]
        },
        "data/transcripts.yml:1: three-answers / candidates\n"
        "    The three are asked different questions. Ask each the same, so that they compare.",
    ),
    "interviewer whose questions no rubric judges": (
        "prompt_packs_have_their_rows",
        {
            "prompt_packs": [row("prompt-packs")],
            "loops": [row("loops")],
            "questions": [row("questions")],
        },
        "data/prompt-packs.yml:1: a-pack / categories\n    No rubric of 'pm' judges 'strategy'.",
    ),
    "interviewer without questions": (
        "prompt_packs_have_their_rows",
        {"prompt_packs": [row("prompt-packs")], "loops": [row("loops")]},
        "data/prompt-packs.yml:1: a-pack / categories\n"
        "    No question of 'strategy' is asked on the track 'pm'.",
    ),
    "interviewer of another track's round": (
        "prompt_packs_have_their_rows",
        {
            "prompt_packs": [row("prompt-packs", stage="pmm-talk")],
            "loops": [row("loops"), row("loops", id="pmm-talk", track="pmm")],
            "questions": [row("questions")],
            "question_rubrics": [row("question-rubrics")],
        },
        "data/prompt-packs.yml:1: a-pack / stage\n"
        "    'pmm-talk' is not a round of 'pm'. Allowed: a-stage.",
    ),
    "interviewer that asks nothing": (
        "prompt_packs_have_their_rows",
        {"prompt_packs": [row("prompt-packs", categories=[])], "loops": [row("loops")]},
        "data/prompt-packs.yml:1: a-pack / categories\n"
        "    An interviewer needs kinds of question, such as [behavioral, motivation].",
    ),
    "scorer that plays a round": (
        "prompt_packs_have_their_rows",
        {"prompt_packs": [row("prompt-packs", kind="scorer")]},
        "data/prompt-packs.yml:1: a-pack / stage\n"
        "    A scorer plays no round. Leave out stage and categories.",
    ),
    "case partner without cases": (
        "prompt_packs_have_their_rows",
        {
            "prompt_packs": [
                {
                    **row("prompt-packs", kind="case-partner", track="both", categories=[]),
                    "stage": None,
                }
            ]
        },
        "data/prompt-packs.yml:1: a-pack / track\n"
        "    No case in cases.yml has the track 'both'. Allowed: pm, pmm.",
    ),
    "near-duplicate question": (
        "questions_are_distinct",
        {
            "questions": [
                QUESTION,
                row("questions", id="PM002", question="Design a lamp for the blind"),
                row(
                    "questions", id="PM003", question="Why, and which market would you enter next?"
                ),
            ]
        },
        "data/questions.yml:3: PM003 / question\n"
        "    'Why, and which market would you enter next?' is nearly the question of 'PM001'. Keep one of the two.",
    ),
    "word of the old voice in a row": (
        "study_rows_coach",
        {"partners": [row("partners", works_on="Ask somebody first.")]},
        "data/partners.yml:1: a-partner / works_on\n"
        "    'somebody' is not how this guide speaks to a candidate.\n"
        "    try:  someone, everyone or anyone",
    ),
    **{
        f"formula {cell!r}": (
            "cells_are_no_formulas",
            {"levels": [row("levels"), row("levels", level=65, pm_title=cell)]},
            f"data/levels.csv:3: 65 / pm_title\n    '{cell}' starts like a formula, which a "
            "spreadsheet program would run. Start with a word.",
        )
        for cell in FORMULAS
    },
}
GOOD: dict[str, tuple[str, Tables]] = {
    "a part that moved, and a refusal without one": (
        "refusals_move_nothing",
        {
            "negotiation_accounts": [
                row("negotiation-accounts", moved=["stock"]),
                row("negotiation-accounts", id="no", outcome="refused"),
            ]
        },
    ),
    "a post with two codes and ranges": (
        "posts_hold_together",
        {"job_posts": [row("job-posts", codes="IC5;IC6", second_us_low=1, second_us_high=2)]},
    ),
    "a range counted from its posts": (
        "posted_ranges_count_posts",
        {
            "job_posts": [row("job-posts"), row("job-posts", id="1800002")],
            "posted_ranges": [
                row("posted-ranges", posts=2),
                row("posted-ranges", id="m", region="us-sf-nyc", low=130000, high=230000, posts=2),
                row("posted-ranges", id="other", discipline="Product Design", posts=9),
            ],
        },
    ),
    "a theme of a field post": (
        "themes_fit_their_posts",
        post_rows(job_posts=row("job-posts", track="field-pmm")),
    ),
    "signs that are no formula": (
        "cells_are_no_formulas",
        {
            "levels": [row("levels", mapping_basis="A post = a page", pm_title="(+1) PM - core")],
            "glossary": [row("glossary", term="=SUM(1)")],
        },
    ),
    "one id in two tables": (
        "ids_are_unique",
        {"glossary": [row("glossary", id="x")], "sources": [row("sources", id="x")]},
    ),
    "retired in another table": (
        "retired_ids_stay_retired",
        {"glossary": [row("glossary", id="old-id")], "retired_ids": [row("retired-ids")]},
    ),
    "references": (
        "references_resolve",
        {
            "sources": [SOURCE],
            "claims": [row("claims")],
            "mistakes": [row("mistakes", claims=["C001"])],
            "offer_facts": [row("offer-facts", conflict=[ACCOUNT, ACCOUNT])],
            "levels": [row("levels")],
            "unknowns": [row("unknowns")],
            "competencies": [row("competencies")],
            "questions": [row("questions")],
            "worked_answers": [row("worked-answers")],
            "story_map_example": [row("story-map-example")],
            "checklist": [row("checklist")],
            "study_plans": [row("study-plans")],
        },
    ),
    "used by a group": (
        "sources_are_used",
        {
            "sources": [SOURCE, row("sources", id="b")],
            "offer_facts": [
                row("offer-facts", conflict=[ACCOUNT, {"says": "x", "sources": ["b"]}])
            ],
        },
    ),
    "set aside": ("sources_are_used", {"sources": [SET_ASIDE]}),
    "sums": (
        "sums_work_out",
        {
            "case_numbers": [
                row("case-numbers"),
                row("case-numbers", id="year", lines=[{**SUM_LINE, "cells": ["a_sum.price * 12"]}]),
            ]
        },
    ),
    "grades": (
        "grades_fit_kinds",
        {
            "sources": [
                row("sources", id="a", kind="microsoft-page", grade="microsoft-says"),
                row("sources", id="b", kind="candidate-account", grade="first-hand"),
                row(
                    "sources", id="e", kind="employee-account", grade="employee-says", author="A B"
                ),
                row("sources", id="f", kind="employee-account", grade="first-hand"),
                row("sources", id="g", kind="microsoft-page", grade="secondary", is_copy=True),
                row(
                    "sources",
                    id="h",
                    kind="same-author-site",
                    grade="one-article-only",
                    is_copy=True,
                ),
                row("sources", id="c", kind="reviewed-article", grade="one-article-only"),
                row("sources", id="d", kind="interview-guide", grade="secondary"),
            ]
        },
    ),
    "how it was read given by its field": (
        "readings_are_fields",
        {
            "sources": [
                row("sources", read="opening", note="A blog."),
                row("sources", id="b", note="Only the opening was read at this address."),
            ]
        },
    ),
    "honest statistics": (
        "statistics_are_honest",
        {
            "sources": [row("sources", states="median"), row("sources", id="b", states="nothing")],
            "compensation": [
                row("compensation"),
                row("compensation", id="c", source="b", statistic="not-stated"),
                *(
                    row("compensation", id=f"p-{part}", metric=part, value=90000, as_of="2025")
                    for part in ("base", "stock", "bonus", "total")
                ),
            ],
            "pay_aggregates": [
                row("pay-aggregates", n=10, median=142500),
                row(
                    "pay-aggregates",
                    id="few",
                    n=4,
                    p10=None,
                    p25=None,
                    median=142000,
                    p75=None,
                    p90=None,
                ),
            ],
        },
    ),
    "true addresses": (
        "sources_link_to_true_addresses",
        {
            "sources": [
                row("sources", id="a", url="https://learn.microsoft.com/ja-jp/page"),
                row("sources", id="b", url="https://www.linkedin.com/pulse/1"),
                row("sources", id="c", url="https://www.reddit.com/r/levels_fyi"),
                row(
                    "sources",
                    id="d",
                    url=None,
                    original_address="https://blogs.msdn.microsoft.com/x/",
                ),
            ]
        },
    ),
    "no evidence, unverifiable": (
        "verdicts_have_evidence",
        {"claims": [row("claims", evidence=[], verdict="unverifiable")]},
    ),
    "three candidates at three levels": (
        "transcripts_differ_in_level",
        {"transcripts": [row("transcripts")]},
    ),
    "role-play that leads to an end": (
        "role_plays_lead_somewhere",
        {"role_plays": [row("role-plays")]},
    ),
    "two accounts": (
        "conflicts_have_two_accounts",
        {"offer_facts": [row("offer-facts", conflict=[ACCOUNT, ACCOUNT]), row("offer-facts")]},
    ),
    "tasks that a plan can rank": (
        "plans_hold_every_task",
        {
            "checklist": [
                row("checklist"),
                row("checklist", id="a-case", order=2, rounds=["a-rubric"]),
                row("checklist", id="later", phase="after"),
            ],
            "plan_priorities": [row("plan-priorities")],
            "question_rubrics": [
                row("question-rubrics"),
                row("question-rubrics", id="other", track="pmm"),
            ],
            "mock_rounds": [row("mock-rounds"), row("mock-rounds", id="other")],
        },
    ),
    "one place in each track, phase and plan": (
        "orders_are_unique",
        {
            "loops": [row("loops"), row("loops", id="other", track="pmm")],
            "checklist": [row("checklist"), row("checklist", id="other", phase="after")],
            "study_plans": [row("study-plans"), row("study-plans", id="other", weeks=4)],
        },
    ),
    "two pages of one host, and two sources without an address": (
        "sources_are_distinct",
        {
            "sources": [
                SOURCE,
                row("sources", id="b", url="https://example.org/a?page=2"),
                row("sources", id="c", url=None),
                row("sources", id="d", url=None),
            ]
        },
    ),
    "no tool that needs a row or an amount": (
        "tools_find_their_rows",
        {"study_tools": [row("study-tools")], "offer_facts": [row("offer-facts", id=MATCH)]},
    ),
    "two days, and two changes of one day": (
        "changes_are_newest_first",
        {
            "changes": [
                row("changes"),
                row("changes", id="b"),
                row("changes", id="c", date="2026-11-19"),
            ]
        },
    ),
    "all that the tools need": (
        "tools_find_their_rows",
        tool_rows(
            **{MATCH: [amount("Match", "0.3333"), amount("A limit"), amount("x", "0.1234567")]}
        ),
    ),
    "today, tomorrow and this year": (
        "dates_are_not_in_the_future",
        {
            "sources": [
                row("sources", retrieved=TOMORROW, published=str(TODAY.year)),
                row("sources", id="b", published=f"{TODAY:%Y-%m}"),
            ]
        },
    ),
    "ordered and open ranges": (
        "ranges_are_ordered",
        {
            "posted_ranges": [row("posted-ranges", low=200000)],
            "loop_reports": [row("loop-reports", rounds_low=None)],
            "pay_aggregates": [row("pay-aggregates", p25=None, p75=None)],
        },
    ),
    "totals": (
        "totals_equal_their_parts",
        {
            "compensation": [
                BASE,
                STOCK,
                BONUS,
                TOTAL,
                row("compensation", id="x", level=65, value=1),
            ]
        },
    ),
    "years and grants": (
        "years_and_grants_stay_apart",
        {
            "article_figures": [ARTICLE_BASE, ARTICLE_GRANT, MIXED],
            "compensation": [row("compensation", metric="stock", per="four-year-grant")],
        },
    ),
    "interviewer with its round, rubric and questions": (
        "prompt_packs_have_their_rows",
        {
            "prompt_packs": [row("prompt-packs")],
            "loops": [row("loops")],
            "questions": [row("questions")],
            "question_rubrics": [row("question-rubrics")],
        },
    ),
    "row that speaks to a candidate": (
        "study_rows_coach",
        {"partners": [row("partners", works_on="Ask someone first.")]},
    ),
    "distinct questions": (
        "questions_are_distinct",
        {
            "questions": [
                QUESTION,
                row(
                    "questions",
                    id="PM002",
                    question="Which feature would you remove next, and why?",
                ),
            ]
        },
    ),
}


def problems(rule: str, root: Path, tables: Tables) -> list[str]:
    """What one rule says about a guide that holds these rows alone."""
    return [str(problem) for problem in getattr(rules, rule).check(guide_of(root, **tables), [])]


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, case: str) -> None:
    rule, tables, report = BROKEN[case]
    assert problems(rule, tmp_path, tables) == [report]


@pytest.mark.parametrize("case", GOOD)
def test_a_good_row_is_left_in_peace(tmp_path: Path, case: str) -> None:
    rule, tables = GOOD[case]
    assert problems(rule, tmp_path, tables) == []


# These read pages too, so their cases are in test_rules_on_pages.py.
READ_PAGES = {
    "answers_show_how_sure_they_are",
    "cases_hold_together",
    "claims_lead_to_their_page",
    "facts_are_shown_on_their_page",
    "pages_exist",
    "tools_are_on_their_page",
}


def rules_in(folder: str) -> set[str]:
    """The names of the listed rules whose modules are in `rules/rows` or `rules/pages`."""
    names = [rule.__module__.split(".")[-2:] for rule in rules.RULES]
    return {name for room, name in names if room == folder}


def test_every_rule_about_rows_has_a_case_of_both_kinds() -> None:
    known = rules_in("rows") - READ_PAGES
    broken, good = ({rule for rule, *_ in cases.values()} for cases in (BROKEN, GOOD))
    assert known - broken == set(), "give each of these a case in BROKEN"
    assert known - good == set(), "give each of these a case in GOOD"
    assert broken | good == known


def test_every_rule_about_pages_has_a_case() -> None:
    tests = Path(__file__).parent
    cases = [(tests / name).read_text() for name in ("test_rules_on_pages.py", "test_voice.py")]
    missing = {rule for rule in rules_in("pages") | READ_PAGES if rule not in "".join(cases)}
    assert missing == set(), "give each of these a case in test_rules_on_pages.py"


def test_every_rule_in_the_folders_is_listed() -> None:
    folder = Path(rules.__file__).parent
    modules = {path.stem for path in folder.rglob("*.py")} - {"__init__"}
    listed = {rule.__module__.rpartition(".")[2] for rule in rules.RULES}
    assert modules == listed, "a rule that is not in RULES of rules/__init__.py checks nothing"


def test_a_row_that_its_model_refuses_is_not_reported_as_missing_too(tmp_path: Path) -> None:
    refused = row("sources", grade="sure")
    write_tables(tmp_path, sources=[refused], questions=[row("questions", source=refused["id"])])
    guide = load_guide(tmp_path)
    assert [problem.field for problem in guide.problems] == ["grade"]
    assert list(references_resolve.check(guide, [])) == []


def test_no_two_questions_too_alike_are_passed_over(tmp_path: Path) -> None:
    """The words by which two are compared at all are few: against every pair."""
    chance = random.Random(1)
    words = [f"word{n}" for n in range(30)]
    word_lists = [chance.sample(words, chance.randint(3, 14)) for _ in range(60)]
    # And nearly the same again: one word left out, another in its place, one more.
    word_lists += [
        *(each[1:] for each in word_lists),
        *([*each[1:], "else"] for each in word_lists),
    ]
    word_lists += [[*each, "more"] for each in word_lists[:60]]
    questions = [
        row("questions", id=f"PM{n:03}", question=" ".join(q)) for n, q in enumerate(word_lists)
    ]
    expected = [
        f"PM{n:03}"
        for n, words_of in enumerate(map(set, word_lists))
        if any(len(words_of & set(q)) / len(words_of | set(q)) >= 0.8 for q in word_lists[:n])
    ]
    guide = guide_of(tmp_path, questions=questions)
    assert [problem.row for problem in questions_are_distinct.check(guide, [])] == expected
    assert len(expected) > 60
