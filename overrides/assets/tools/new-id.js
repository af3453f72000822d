// An id for what a reader adds. The time stands first, so that the store's order is the order in which things were begun.
export function newId() {
  const [chance] = crypto.getRandomValues(new Uint32Array(1));
  return `${Date.now().toString(36)}-${chance.toString(36)}`;
}
