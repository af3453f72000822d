// Transactions end with the visit. Safari keeps a page that its reader left, and what the page had begun and could not end
// would hold up every write of the pages after it. What is ended so begins again if the reader comes back.
const begun = new Set(); // transactions
let visits = 1;
let back; // while the page is left: settles when its reader is back

// How often the reader has come to this page.
export const visit = () => visits;
// Settles when the reader is back; undefined while they are here.
export const whenBack = () => back;

addEventListener("pagehide", ({ persisted }) => {
  if (!persisted) return; // the page is gone, and so is what it had begun
  visits += 1;
  back = new Promise((settle) => addEventListener("pageshow", settle, { once: true })).then(() => {
    back = undefined;
  });
  for (const transaction of begun) abort(transaction);
});

export function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // The browser has ended it already.
  }
}

export function begin(database, mode) {
  const transaction = database.transaction("records", mode);
  const end = () => begun.delete(transaction);
  begun.add(transaction);
  transaction.done.then(end, end);
  return transaction;
}
