// Audits pages with Lighthouse as a phone would open them, in a Chromium that runs already, and prints a line of JSON for
// each: what it scored, what it measured of the speed, and each audit that is not passed. Arguments: the browser's port,
// the categories, addresses.
import lighthouse from "lighthouse";

const [port, categories, ...addresses] = process.argv.slice(2);

function failed({ audits, categories: scored }) {
  const weighty = Object.values(scored).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight));
  return weighty
    .map(({ id }) => audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, displayValue, details }) => ({
      id,
      title,
      value: displayValue ?? "",
      places: (details?.items ?? []).slice(0, 3).map(({ node, text }) => node?.snippet ?? text ?? ""),
    }));
}

// In milliseconds, but for the shift of the layout.
const SPEED = {
  fcp: "first-contentful-paint",
  lcp: "largest-contentful-paint",
  tbt: "total-blocking-time",
  cls: "cumulative-layout-shift",
  si: "speed-index",
};

function speed({ audits }) {
  const measured = Object.entries(SPEED).filter(([, id]) => audits[id]);
  return Object.fromEntries(measured.map(([name, id]) => [name, audits[id].numericValue]));
}

for (const address of addresses) {
  const { lhr } = await lighthouse(address, {
    port: Number(port),
    onlyCategories: categories.split(","),
    logLevel: "silent",
    disableFullPageScreenshot: true,
  });
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(
    Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]),
  );
  console.log(JSON.stringify({ address, scores, speed: speed(lhr), failed: failed(lhr) }));
}
