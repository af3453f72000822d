// A timer as plain values. Time is the difference of two timestamps (milliseconds since 1970), never a count of ticks,
// so a sleeping tab or a locked phone shows the right time when it wakes.
//
//   timer = { mode: "up" or "down", limit: seconds, before: milliseconds run until the last pause, since: moment or null }

export const newTimer = (mode, minutes) => ({ mode, limit: Math.round(minutes * 60), before: 0, since: null });

export const started = (timer, now) => (timer.since === null ? { ...timer, since: now } : timer);

export const paused = (timer, now) => ({ ...timer, before: elapsed(timer, now), since: null });

/** A clock that was set back subtracts nothing. */
export const elapsed = (timer, now) => timer.before + (timer.since === null ? 0 : Math.max(0, now - timer.since));

export const isOver = (timer, now) => timer.mode === "down" && elapsed(timer, now) >= timer.limit * 1000;

/** What the timer shows: "2:05" gone by or left, and its state in words. */
export function reading(timer, now) {
  const seconds = Math.floor(elapsed(timer, now) / 1000);
  const over = isOver(timer, now);
  const shown = timer.mode === "up" || over ? seconds - (over ? timer.limit : 0) : timer.limit - seconds;
  return { time: clock(shown), words: words(timer, seconds, over) };
}

export function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function words(timer, seconds, over) {
  const what = over ? "over the time you set" : timer.mode === "down" ? "left" : "elapsed";
  if (timer.since !== null) return what;
  return seconds || timer.before ? `${what}, paused` : `${what}, not started`;
}
