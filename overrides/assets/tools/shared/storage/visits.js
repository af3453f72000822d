// Transactions end with the visit. Safari keeps a page that its reader left, and what the page had begun and could not end
// would hold up every write of the pages after it. What is ended so begins again if the reader comes back.
const begun = new Set(); // transactions
let shown;

// From the first time that the reader left: a new promise for each return, settled once they are back.
export const whenShown = () => shown;

addEventListener("pagehide", ({ persisted }) => {
  if (!persisted) return; // the page is gone, and so is what it had begun
  shown = new Promise((back) => addEventListener("pageshow", back, { once: true }));
  begun.forEach(abort);
});

export function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // The browser has ended it already.
  }
}

// `mode`: as of a transaction; only reading if left out.
export function begin(database, mode) {
  const transaction = database.transaction("records", mode);
  const end = () => begun.delete(transaction);
  begun.add(transaction);
  transaction.done.then(end, end);
  return transaction;
}
