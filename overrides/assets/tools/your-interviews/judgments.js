// Compares a reader's judgments of three candidates with the debrief. Pure.
//
//   judged = [{ feedback, verdict, level }, ...], one for each candidate, in the order of the page; any part may be missing

const LEVELS = ["61", "63", "65"];

export const isWhole = (judged, candidates) =>
  candidates.every((_, place) => judged[place]?.verdict && judged[place]?.level && judged[place]?.feedback?.trim());

/** What is still missing, in a reader's words: ["Candidate A: a level", ...]. */
export const missing = (judged, candidates) =>
  candidates.flatMap((_, place) => {
    const { feedback, verdict, level } = judged[place] ?? {};
    const parts = [feedback?.trim() ? "" : "feedback", verdict ? "" : "hire or no hire", level ? "" : "a level"].filter(
      Boolean,
    );
    return parts.length ? [`Candidate ${"ABC"[place]}: ${parts.join(", ")}`] : [];
  });

/** Where the first missing part is entered, as a selector. */
export function firstMissing(judged, candidates) {
  const places = candidates.flatMap((_, place) => {
    const { feedback, verdict, level } = judged[place] ?? {};
    const lacks = { feedback: !feedback?.trim(), verdict: !verdict, level: !level };
    return Object.keys(lacks)
      .filter((field) => lacks[field])
      .map((field) => `#interviews-${field}-${place}`);
  });
  return places[0]?.includes("feedback") ? places[0] : `${places[0]} input`;
}

/** For each candidate: whether verdict and level are the debrief's, and by how many steps the level is too high. */
export const compared = (judged, candidates) =>
  candidates.map(({ verdict, level }, place) => ({
    isVerdict: judged[place]?.verdict === verdict,
    isLevel: judged[place]?.level === level,
    steps: judged[place]?.level ? LEVELS.indexOf(judged[place].level) - LEVELS.indexOf(level) : 0,
  }));
