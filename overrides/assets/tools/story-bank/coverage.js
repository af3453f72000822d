// Which stories show which competencies, for each track.
const TRACKS = ["pm", "pmm"];
const EVERYTHING = 5; // competencies on one story mean that it is used for everything

/**
 * stories: [{ id, competencies: ids, tracks: ["pm", "pmm"] }]; competencies: ids. { rows: [{ id, pm: story ids, pmm:
 * story ids }], missing: { pm: ids, pmm: ids }, overused: story ids }
 */
export function coverageOf(stories, competencies) {
  const shown = (id, track) =>
    stories
      .filter((story) => story.competencies?.includes(id) && story.tracks?.includes(track))
      .map((story) => story.id);
  const rows = competencies.map((id) => ({ id, pm: shown(id, "pm"), pmm: shown(id, "pmm") }));
  return {
    rows,
    missing: Object.fromEntries(
      TRACKS.map((track) => [track, rows.filter((row) => !row[track].length).map(({ id }) => id)]),
    ),
    overused: stories.filter((story) => (story.competencies?.length ?? 0) >= EVERYTHING).map(({ id }) => id),
  };
}
