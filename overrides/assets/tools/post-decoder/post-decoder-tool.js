// The post decoder: reads a pasted job post in the page and says what it holds. The post stays in this browser until it
// is erased, and is sent nowhere.

import { copyButton } from "../shared/copying/copy-button.js";
import { askFirst } from "../shared/dialogs.js";
import { fetchData, html, nothing, pageAddress, ToolElement } from "../shared/element.js";
import { live } from "../vendor/lit.js";
import {
  codesOf,
  ends,
  foundAsMarkdown,
  inSentence,
  othersOf,
  payOf,
  REQUIREMENTS,
  roundName,
  storiesLacking,
  TRACKS,
  titleOf,
  yearsLine,
} from "./text.js";

const KIND = "post-decoder"; // one record: the post as it was pasted

const ERASING = {
  button: "Erase the post …",
  question: "Erase the post and its result?",
  yes: "Erase it",
  no: "Keep it",
};

class PostDecoderTool extends ToolElement {
  static kinds = ["story-bank", KIND];
  static properties = {
    text: { state: true },
    found: { state: true },
    stories: { state: true },
    loop: { state: true },
    isAsking: { state: true },
  };

  constructor() {
    super();
    [this.text, this.found, this.stories, this.loop] = ["", null, [], ""];
  }

  async prepare() {
    this.lists = await fetchData("post-decoder");
  }

  async recall() {
    const found = await this.readNewest(() => Promise.all(["story-bank", KIND].map((kind) => this.store.list(kind))));
    if (!found) return;
    const [stories, [post]] = found;
    this.stories = stories.map(({ value }) => value);
    const { text = "", loop = "", isRead = false } = post?.value ?? {};
    const isOther = text !== this.text;
    Object.assign(this, { text, loop });
    if (isOther || !isRead) this.found = isRead ? await this.#decoded(text) : null;
  }

  // Saved with each keystroke: a phone may unload the page.
  #save(change) {
    Object.assign(this, change);
    const { text, loop, found } = this;
    const value = text || loop ? { text, ...(loop && { loop }), ...(found?.isPost && { isRead: true }) } : undefined;
    return this.write(() => this.store.put(KIND, "post", value));
  }

  async erase() {
    this.isAsking = false;
    await this.#save({ text: "", loop: "", found: null });
    this.say("The post is erased.");
    this.querySelector("#post-text").focus();
  }

  get #lacking() {
    return storiesLacking(this.found, this.stories).map((id) => this.lists.competencies[id]);
  }

  get #markdown() {
    return foundAsMarkdown(this.found, { lacking: this.#lacking, loop: this.loop });
  }

  save() {
    return this.load(async () => {
      (await import("../shared/output.js")).offerDownload("decoded-post.md", "text/markdown", this.#markdown);
      this.say("The file is on its way to your downloads.");
    });
  }

  print() {
    return this.load(async () => (await import("../shared/output.js")).printOnly(this.querySelector(".post-found")));
  }

  // What reads a post is fetched when there is one to read.
  async #decoded(text) {
    return (await import("./decode.js")).decode(text, this.lists);
  }

  async read() {
    let found;
    const decode = async () => {
      found = await this.#decoded(this.text);
    };
    if (!(await this.load(decode, "what reads a post"))) return;
    await this.#save({ found });
    const { isPost, says, themes } = this.found;
    this.say(isPost ? `Read: ${themes.length} themes found.` : says);
    await this.updateComplete;
    if (isPost) this.querySelector("#post-found").focus();
  }

  render() {
    return html`
      <div class="tool-field">
        <label for="post-text">The post, all of it</label>
        <p class="muted" id="post-hint">It is read in this page, and nothing leaves your browser. The text stays here until you erase it.</p>
        <textarea id="post-text" rows="8" maxlength="60000" aria-describedby="post-hint" .value=${this.text} @input=${({ target }) => this.#save({ text: target.value })}></textarea>
      </div>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => this.read()}>Read the post</button></p>
      ${this.text ? html`<div class="tool-actions">${askFirst(this, ERASING, () => this.erase())}</div>` : nothing}
      ${this.notes()}
      ${this.found?.isPost ? this.#result(this.found) : nothing}`;
  }

  #result(found) {
    const { caution, code, track } = found;
    return html`
      <section class="post-found" aria-labelledby="post-found">
        <h2 id="post-found" tabindex="-1">${titleOf(found)}</h2>
        <p><strong>${codesOf(found)}.</strong> Code: ${code.how}.</p>
        ${caution ? html`<p>${caution}</p>` : nothing}
        ${this.#pay(found)} ${this.#years(found.years)} ${this.#themes(found)} ${this.#stories(found)} ${this.#rounds(found)} ${this.#plan(track)} ${this.#take()}
      </section>`;
  }

  #pay({ range, history }) {
    if (!range)
      return html`<h3>Pay</h3><p>No range is printed, and none is known for it here. US posts have to show one: ask the recruiter for it.</p>`;
    const { rows, says } = history;
    return html`
      <h3>Pay</h3>
      <p>Base <strong>${payOf(range)}</strong>: ${range.how}.${othersOf(range)} ${says}</p>
      ${
        rows.length > 1
          ? html`<ul>${rows.map((one) => html`<li>${one.code}, ${one.seen}: ${ends(one.low, one.high)}${one.isThis ? html` <strong>(this post)</strong>` : nothing}</li>`)}</ul>`
          : nothing
      }
      <p class="muted">US ranges only. <a href=${pageAddress("pay/posted-ranges/")}>Posted ranges</a> has their sources.</p>`;
  }

  #years(years) {
    const line = yearsLine(years);
    return line ? html`<h3>Years</h3><p>${line}</p>` : nothing;
  }

  #take() {
    return html`
      <h3>Take it with you</h3>
      <p class="tool-actions"><button type="button" class="md-button" @click=${this.save}>Save as Markdown</button>
        <button type="button" class="md-button" @click=${this.print}>Print</button></p>
      ${copyButton(this.#markdown)}`;
  }

  #themes({ themes, absent, track }) {
    const { n } = this.lists.tracks[track];
    return html`
      <h3>What it stresses</h3>
      <p>What is required comes first, and of that what the fewest posts ask for. The share is of ${n} ${TRACKS[track]} posts of fall 2025.</p>
      ${
        themes.length
          ? html`<ul>${themes.map(({ name, requirement, percent, page }) => html`<li><strong>${name}</strong>: ${REQUIREMENTS[requirement].toLowerCase()}, in ${percent} % of posts. <a href=${pageAddress(page)} aria-label="Practice: ${name}">Practice</a></li>`)}</ul>`
          : html`<p>No theme was found. Paste the qualifications too.</p>`
      }
      ${absent.length ? html`<p>Most posts name these and yours does not: ${absent.map(({ name }) => inSentence(name)).join(", ")}. Prepare them all the same.</p>` : nothing}`;
  }

  #stories(found) {
    if (!found.themes.length) return nothing;
    const lacking = this.#lacking;
    const link = html`<a href=${pageAddress("prepare/stories/")}>your story bank</a>`;
    return html`
      <h3>Stories you lack</h3>
      <p>${lacking.length ? html`No ${TRACKS[found.track]} story in ${link} shows: <strong>${lacking.join(", ")}</strong>.` : html`Every theme has a story in ${link}.`}</p>`;
  }

  #rounds({ rounds, cases, track }) {
    return html`
      <h3>Likely rounds and cases</h3>
      <ol>${rounds.map((round) => html`<li>${roundName(round)}</li>`)}</ol>
      <p><a href=${pageAddress(this.lists.tracks[track].rounds_page)}>What each round wants to see</a>. Work these cases first: ${cases.map(({ title, page }, index) => html`${index ? "; " : nothing}<a href=${pageAddress(page)}>${title}</a>`)}.</p>`;
  }

  #plan(track) {
    const address = `${pageAddress("prepare/dated-plan/")}?track=${track}${this.loop ? `&loop=${this.loop}` : ""}`;
    return html`
      <h3>Your plan</h3>
      <div class="tool-field">
        <label for="post-loop">Date of your loop, if you have one</label>
        <input id="post-loop" type="date" .value=${live(this.loop)} @input=${({ target }) => this.#save({ loop: target.value })}>
      </div>
      <p class="tool-actions"><a class="md-button" href=${address}>Make the plan</a></p>`;
  }
}

customElements.define("post-decoder-tool", PostDecoderTool);
