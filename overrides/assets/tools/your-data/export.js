// The text of the file a reader takes along. data-file.js reads it again, whatever guide is then published.
export const FORMAT = "pm-pmm-guide-data-1";

export const exported = (records) => JSON.stringify({ format: FORMAT, records }, null, 1);
