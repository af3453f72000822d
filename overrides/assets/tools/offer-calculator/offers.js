// Offers as saved.
export const KIND = "offer-calculator";
/** Fixed ids: two tabs that add an offer at the same moment write the same record, and the first one wins. */
export const PLACES = ["offer-1", "offer-2", "offer-3"];

/** Of the tool: no field is being typed in, so each shows what is saved. */
export const AS_SAVED = { typing: "", texts: {}, unread: {} };

export const freshOffer = (employer, track) =>
  employer === "microsoft"
    ? { employer, name: "", track: track === "pmm" ? "pmm" : "pm", level: null, place: "" }
    : { employer, name: "", vesting: [25, 25, 25, 25, 0], annual_years: 4 };
