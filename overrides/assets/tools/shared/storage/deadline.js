// A deadline for an answer that may never come.

export const NO_ANSWER = new Error("No answer");

/** Settles as `promise` does, or rejects with NO_ANSWER once the time is over. */
export function inTime(promise, milliseconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, milliseconds, NO_ANSWER);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
