// The text of the exported file. data-file.js of every later guide must be able to read it.
export const FORMAT = "pm-pmm-guide-data-1";

export const exported = (records) => JSON.stringify({ format: FORMAT, records }, null, 1);
