// Several offers beside each other, as sums.
import { YEARS, offerYears, together } from "./offer-years.js";

// Totals of several offers side by side, by year and over the first four; `most` names the offers with the highest sum.
// The order of the offers changes the order of the columns and nothing else.
export function compareOffers(offers, lists) {
  const columns = offers.map(({ id, offer }) => {
    const years = offerYears(offer, lists);
    return { id, totals: years.map((year) => year.total), four: together(years.slice(0, 4)) };
  });
  const winners = (values) => {
    const highest = Math.max(...values);
    return columns.filter((_, index) => values[index] === highest).map((column) => column.id);
  };
  const rows = YEARS.map((year, index) => {
    const values = columns.map((column) => column.totals[index]);
    return { name: `Year ${year}`, values, most: winners(values) };
  });
  const fours = columns.map((column) => column.four);
  return [...rows, { name: "Years 1 to 4 together", values: fours, most: winners(fours) }];
}
