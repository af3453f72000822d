// The offer calculator: up to three offers, saved as they are entered, with their years, the evidence and a comparison.

import { fetchData, notFetched } from "../shared/data.js";
import { ToolElement } from "../shared/element.js";
import { recallTrack } from "../shared/track/track.js";
import { html, nothing } from "../vendor/lit.js";
import { isComplete, problemsOf, spoken } from "./checks.js";
import { offerForm } from "./form/form.js";
import { offerActions, switcher } from "./offer-actions.js";
import { AS_SAVED, freshOffer, KIND, PLACES } from "./offers.js";
import { offerYears } from "./sums/years.js";

// Before a new element replaces a field that was left. At once, a screen reader would lose the element it is on, and
// not announce the next field.
const RENEWED_AFTER_MS = 200;

class OfferCalculatorTool extends ToolElement {
  static kinds = [KIND, "settings"];
  static properties = {
    entries: { state: true },
    chosen: { state: true },
    typing: { state: true },
    texts: { state: true },
    unread: { state: true },
    asking: { state: true },
  };

  #lastWhole;
  #unsaved = new Set(); // ids of offers that the store does not have yet

  constructor() {
    super();
    // By number field: `turns`, how often a new element replaced it; `edited`, whether the reader has typed into it since.
    Object.assign(this, { ...AS_SAVED, entries: [], chosen: PLACES[0], turns: {}, edited: {} });
    this.unfolded = new Set(); // titles of folds that were opened
  }

  async prepare() {
    const [rules, evidence] = await Promise.all([fetchData("offer-rules"), fetchData("offer-evidence")]);
    this.lists = { ...rules, evidence, sources: { ...rules.sources, ...evidence.sources } };
  }

  async recall() {
    const unsaved = [...this.#unsaved]; // before the store is read: one that is saved meanwhile is not in what was read
    const newest = await this.readNewest(async () => {
      const found = await this.store.list(KIND);
      await this.#fetchParts(found.map(({ value }) => value));
      return [found, await recallTrack(this.store)];
    });
    if (!newest) return;
    const [records, track] = newest;
    this.track = track;
    const added = this.entries.filter(({ id }) => unsaved.includes(id) && !records.some((record) => record.id === id));
    const saved = records.map(({ id, value }) => ({ id, offer: { ...freshOffer(value.employer), ...value } }));
    this.entries = [...saved, ...added];
    if (!this.entries.length) this.entries = [{ id: PLACES[0], offer: freshOffer("microsoft", track) }];
    if (!this.current) this.chosen = this.entries[0].id;
  }

  get current() {
    return this.entries.find(({ id }) => id === this.chosen);
  }

  // Parts that a form without totals does not need: the results, the explanation of a quoted total, the comparison.
  async #fetchParts(offers) {
    try {
      if (offers.some(({ base }) => base)) this.lists.results ??= await import("./results.js");
      if (offers.some(({ headline }) => headline)) this.lists.reader ??= await import("./headline.js");
      if (offers.length > 1) this.lists.comparing ??= await import("./comparison.js");
    } catch (error) {
      console.error(error);
      this.problem = notFetched("a part of the tool", error);
    }
  }

  // After a failed write nothing is read again: the screen has the only copy.
  async #write(id, decide) {
    if (await this.write(() => this.change(id, decide))) await this.recall();
  }

  // An offer is removed by a `decide` that returns undefined.
  async change(id, decide) {
    await this.store.change(KIND, id, decide);
    this.#unsaved.delete(id);
  }

  // `typing` = { key, text, problem }: the text of a number field, and a message if it can't be read.
  async enter(field, value, typing) {
    const { id, offer } = this.current;
    this.entries = this.entries.map((entry) => (entry.id === id ? { id, offer: { ...offer, [field]: value } } : entry));
    if (typing) {
      this.typing = field;
      this.edited[typing.key] = true;
      this.texts = { ...this.texts, [typing.key]: typing.text };
      this.unread = { ...this.unread, [typing.key]: typing.problem };
    } else if (field !== "name") this.leave(); // a choice needs no blur
    if (field === "base") this.#fetchParts([{ base: value }]).then(() => this.requestUpdate());
    // Another tab may have changed another field meanwhile, or removed the offer.
    await this.#write(id, (stored) => ({ ...(stored ?? offer), [field]: value }));
  }

  // The text of the field being edited.
  hold(key, text) {
    this.texts = { ...this.texts, [key]: text };
    return this.updateComplete;
  }

  // A number is shown as it was understood; text that can't be read stays as typed.
  settle(key, field) {
    if (this.unread[key]) return;
    this.texts = { ...this.texts, [key]: undefined };
    setTimeout(() => this.#renew(key, field), RENEWED_AFTER_MS);
  }

  // See `numberInput` in form/fields.js.
  #renew(key, field) {
    if (!this.edited[key] || field === document.activeElement) return;
    this.edited[key] = false;
    this.turns[key] = (this.turns[key] ?? 0) + 1;
    this.requestUpdate();
  }

  unfold(title) {
    this.unfolded.add(title);
    this.requestUpdate();
  }

  leave() {
    this.typing = "";
    const { offer } = this.current;
    if (isComplete(offer, this.lists.terms))
      this.say(`Updated: year 1 pays ${spoken(offerYears(offer, this.lists)[0].total)}.`);
  }

  // Shown before it is saved: the focus has its place at once, and what is typed there follows it into the store.
  async add(offer, words) {
    const id = PLACES.find((place) => !this.entries.some((entry) => entry.id === place));
    const added = { id, offer };
    // An offer without entries is saved too.
    for (const entry of [this.current, added]) {
      this.#unsaved.add(entry.id);
      this.#write(entry.id, (stored) => stored ?? entry.offer);
    }
    this.entries = [...this.entries, added];
    await this.choose(id, "#offer-name");
    this.say(words);
  }

  choose(id, focusOn) {
    return this.moveTo(focusOn, { ...AS_SAVED, chosen: id, asking: false });
  }

  #problems(offer) {
    const found = problemsOf(offer, this.lists.terms);
    for (const [key, problem] of Object.entries(this.unread)) {
      if (problem) found[key.startsWith("vesting-") ? "vesting" : key] = problem;
    }
    return found;
  }

  render() {
    const entry = this.current;
    const found = this.#problems(entry.offer);
    const problems = { ...found };
    delete problems[this.typing]; // no error while a number is being typed
    const isWhole = isComplete(entry.offer, this.lists.terms) && !Object.keys(found).length;
    if (isWhole) this.#lastWhole = entry;
    // While a number is being typed, the last results stay, so that the page does not jump.
    const shown = isWhole || (this.typing && this.#lastWhole?.id === entry.id) ? this.#lastWhole : null;
    const whole = this.entries.filter(({ offer }) => isComplete(offer, this.lists.terms));
    return html`
      ${switcher(this)}
      ${offerForm({
        tool: this,
        offer: entry.offer,
        lists: this.lists,
        problems,
        first: shown && offerYears(shown.offer, this.lists)[0].total,
      })}
      ${shown ? this.#results(shown, whole) : this.#wanting(problems)}
      ${whole.length > 1 ? this.lists.comparing?.comparison(whole, this.lists) : nothing}
      ${offerActions(this, whole)} ${this.notes()}`;
  }

  #results(shown, whole) {
    const { results } = this.lists;
    return results ? results.offerResults(shown, this.lists, results.topOf([shown, ...whole], this.lists)) : nothing;
  }

  #wanting(problems) {
    const count = Object.keys(problems).length;
    if (count)
      return html`<p class="tool-problem">Check the highlighted ${count === 1 ? "field" : "fields"} to see your totals.</p>`;
    return html`<p class="muted">Enter the base to see the years.</p>`;
  }

  save(format, whole) {
    return this.load(async () => {
      (await import("./export.js")).saveOffers(format, whole, this.lists);
      this.say("Your download has started.");
    }, "what makes the file");
  }
}

customElements.define("offer-calculator-tool", OfferCalculatorTool);
