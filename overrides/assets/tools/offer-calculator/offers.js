// Offers as they are saved.
export const KIND = "offer-calculator";
// Fixed ids, one an offer: two tabs that add one at the same moment write to the same record, and the first one wins.
export const PLACES = ["offer-1", "offer-2", "offer-3"];

export const freshOffer = (employer, track) =>
  employer === "microsoft"
    ? { employer, name: "", track: track === "pmm" ? "pmm" : "pm", level: null, place: "" }
    : { employer, name: "", vesting: [25, 25, 25, 25, 0], annual_years: 4 };
