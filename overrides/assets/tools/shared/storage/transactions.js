// Transactions that end when the reader leaves the page. Safari keeps such a page in memory, and a transaction it had
// not finished would block every write of the pages after it. Whoever began one tries again once the reader is back.
const open = new Set();
let shown;

/** Undefined until the reader has left the page once; then a new promise for each return, settled once they are back. */
export const whenShown = () => shown;

addEventListener("pagehide", ({ persisted }) => {
  if (!persisted) return; // the page is gone, and its transactions with it
  shown = new Promise((back) => addEventListener("pageshow", back, { once: true }));
  open.forEach(abort);
});

export function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

/**
 * @param {any} database as idb opens it
 * @param {"readonly" | "readwrite"} [mode]
 */
export function begin(database, mode) {
  const transaction = database.transaction("records", mode);
  const end = () => open.delete(transaction);
  open.add(transaction);
  transaction.done.then(end, end);
  return transaction;
}
