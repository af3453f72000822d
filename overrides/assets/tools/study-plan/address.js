// Track and date that another page passes in the address, as the post decoder does: "?track=pm&loop=2026-12-20".

const SHAPES = { track: /^pmm?$/, loop: /^\d{4}-\d{2}-\d{2}$/ };

export function fromAddress() {
  const given = new URLSearchParams(location.search);
  return Object.fromEntries(
    Object.entries(SHAPES).flatMap(([name, shape]) => (shape.test(given.get(name)) ? [[name, given.get(name)]] : [])),
  );
}

/** Whether the address names a date, and that with its track is not what `plan` is for. */
export function asksForAnother(plan) {
  const given = fromAddress();
  return "loop" in given && Object.entries(given).some(([name, value]) => plan[name] !== value);
}

/** Once there is a plan, the reader changes its answers, and the address no longer does. */
export const forgetAddress = () => history.replaceState(history.state, "", location.pathname);
