// Today as text, in the reader's own calendar: 2026-11-25.
export function today(now = new Date()) {
  const digits = (number, length) => String(number).padStart(length, "0");
  return `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`;
}

/**
 * Calls back when a new day has begun, at midnight or when a sleeping page wakes up. Returns a function that stops it.
 */
export function onNewDay(tell, { now = () => new Date(), page = document } = {}) {
  let [day, timer] = [today(now()), 0];
  const look = () => {
    clearTimeout(timer);
    const moment = now();
    const midnight = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + 1);
    timer = setTimeout(look, Math.max(midnight.getTime() - moment.getTime(), 1000));
    if (today(moment) === day) return;
    day = today(moment);
    tell();
  };
  look();
  page.addEventListener("visibilitychange", look);
  return () => {
    clearTimeout(timer);
    page.removeEventListener("visibilitychange", look);
  };
}
