// Waiting for an answer that may never come.
export const SILENCE = new Error("No answer");

// Rejects with SILENCE if there is no answer in this time.
export function inTime(promise, milliseconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, milliseconds, SILENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
