"""A chart of what posts ask for: a bar for each theme and track, the required part filled."""

from __future__ import annotations

from dataclasses import dataclass

from ...facts.job_posts import ThemeShare, theme_share, theme_shares
from ...facts.wording import plural
from ...rows.loading import Guide
from ...rows.models import PostTheme
from .drawing import Chart, Legend, Scale

# 100 percent is two thirds of the width, so that the label of the longest bar fits beside it on a phone.
TOP, STEP = 140, 50
BAR_HEIGHT, HEAD, GAP, TOP_MARGIN = 20, 20, 10, 28
LEGEND = {"required": "Required", "preferred": "Preferred only"}
TRACK_NAMES = {"pm": "PM", "pmm": "PMM"}


@dataclass(frozen=True)
class Bar:
    """One track's bar: where it starts, where the required part ends and where all of it ends, in percent."""

    track: str
    y: int
    start: float
    required_to: float
    end: float
    label: str


@dataclass(frozen=True)
class ThemeRow:
    """A theme, its place, and its bars."""

    title: str
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class PostThemesChart:
    """The picture with its rows and the shares that it draws."""

    chart: Chart
    rows: tuple[ThemeRow, ...]
    shares: tuple[tuple[ThemeShare, ...], ...]


def post_themes_chart(guide: Guide, tracks: tuple[str, ...]) -> PostThemesChart:
    """Shares of posts by theme. With two tracks only the themes counted for both, the widest gap first."""
    lines = _lines(guide, tracks)
    scale = Scale(top=TOP)
    rows, height = _theme_rows(lines, scale)
    counted = [row for line in lines for share in line for row in share.rows]
    chart = Chart(
        key="asked-" + "-".join(tracks),
        title=_title(lines),
        description=_description(lines),
        ticks=scale.ticks(STEP, lambda value: f"{value:.0f}%")[: 100 // STEP + 1],
        rows=(),
        lanes=(),
        legend=tuple(Legend(shape, name, tracks) for shape, name in LEGEND.items()),
        height=height,
        sources=tuple(dict.fromkeys(guide["job-posts"][row.post].source for row in counted)),
        made_from=tuple(counted),
    )
    return PostThemesChart(chart, rows, tuple(lines))


def _lines(guide: Guide, tracks: tuple[str, ...]) -> list[tuple[ThemeShare, ...]]:
    if len(tracks) == 1:
        return [(share,) for share in theme_shares(guide, tracks[0]) if share.count]
    both: list[PostTheme] = [
        row for row in guide["post-themes"].values() if set(tracks) <= set(row.tracks)
    ]
    lines = [tuple(theme_share(guide, track, row.id) for track in tracks) for row in both]
    return sorted(lines, key=lambda line: -abs(line[0].percent - line[1].percent))


def _theme_rows(
    lines: list[tuple[ThemeShare, ...]], scale: Scale
) -> tuple[tuple[ThemeRow, ...], int]:
    """The rows from the top down, and the height of the picture in pixels."""
    y, rows = TOP_MARGIN, []
    for line in lines:
        bars = tuple(
            _bar(share, scale, y + HEAD + index * BAR_HEIGHT) for index, share in enumerate(line)
        )
        rows.append(ThemeRow(line[0].theme.theme, y, bars))
        y += HEAD + len(line) * BAR_HEIGHT + GAP
    return tuple(rows), y


def _bar(share: ThemeShare, scale: Scale, y: int) -> Bar:
    label = f"{TRACK_NAMES[share.track]} {share.percent}%, {share.count} of {share.n}"
    return Bar(
        share.track,
        y,
        start=scale.at(0),
        required_to=scale.at(100 * share.required / share.n),
        end=scale.at(100 * share.count / share.n),
        label=label,
    )


def _title(lines: list[tuple[ThemeShare, ...]]) -> str:
    whose = " and ".join(_posts(share) for share in lines[0])
    return f"What the qualifications of {whose} ask for"


def _description(lines: list[tuple[ThemeShare, ...]]) -> str:
    shares = [
        f"{line[0].theme.theme}: "
        + " against ".join(f"{TRACK_NAMES[share.track]} {share.percent} percent" for share in line)
        for line in lines[:3]
    ]
    every = [share for line in lines for share in line]
    low, high = min(every, key=_percent), max(every, key=_percent)
    return (
        f"{plural(len(lines), 'theme')}, from {low.percent} percent of {_posts(low)} for {low.theme.theme} to "
        f"{high.percent} percent of {_posts(high)} for {high.theme.theme}. The first rows: {'; '.join(shares)}."
    )


def _percent(share: ThemeShare) -> float:
    return share.percent


def _posts(share: ThemeShare) -> str:
    return f"{share.n} {TRACK_NAMES[share.track]} posts"
