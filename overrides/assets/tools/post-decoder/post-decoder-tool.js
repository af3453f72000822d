// The post decoder: reads a pasted job post. The post stays in this browser until it is erased, and is sent nowhere.

import { fetchData } from "../shared/data.js";
import { askFirst } from "../shared/dialogs.js";
import { ToolElement } from "../shared/element.js";
import { html, nothing } from "../vendor/lit.js";
import "../shared/output/paper.js";

const KIND = "post-decoder"; // one record: the post as it was pasted

const ERASING = {
  button: "Erase the post",
  question: "Erase the post and its result?",
  yes: "Erase it",
  no: "Keep it",
  done: "The post is erased.",
};

class PostDecoderTool extends ToolElement {
  static kinds = ["story-bank", KIND];
  static properties = {
    text: { state: true },
    found: { state: true },
    stories: { state: true },
    loop: { state: true },
    asking: { state: true },
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
  saveInput(change) {
    Object.assign(this, change);
    const { text, loop, found } = this;
    const value = text || loop ? { text, ...(loop && { loop }), ...(found?.isPost && { isRead: true }) } : undefined;
    return this.write(() => this.store.put(KIND, "post", value));
  }

  save() {
    return this.load(async () => {
      (await import("../shared/output/output.js")).offerDownload(
        "decoded-post.md",
        "text/markdown",
        this.reading.markdownOf(this),
      );
      this.say("Your download has started.");
    });
  }

  print() {
    return this.load(async () =>
      (await import("../shared/output/output.js")).printOnly(this.querySelector(".post-found")),
    );
  }

  // The decoder and its view are fetched once there is a post to read.
  async #decoded(text) {
    this.reading = await import("./found-view.js");
    return this.reading.decode(text, this.lists);
  }

  async read() {
    let found;
    const decode = async () => {
      found = await this.#decoded(this.text);
    };
    if (!(await this.load(decode, "what reads a post"))) return;
    await this.saveInput({ found });
    const { isPost, says, themes } = this.found;
    if (isPost) await this.moveTo("#post-found");
    this.say(isPost ? `Read: ${themes.length} themes found.` : says);
  }

  render() {
    return html`
      <div class="tool-field">
        <label for="post-text">The post, all of it</label>
        <p class="muted" id="post-hint">It is read in this page, and nothing leaves your browser. The text stays here until you erase it.</p>
        <textarea id="post-text" rows="8" maxlength="60000" aria-describedby="post-hint" .value=${this.text} @input=${({ target }) => this.saveInput({ text: target.value })}></textarea>
      </div>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" @click=${() => this.read()}>Read the post</button></p>
      ${this.text ? html`<div class="tool-actions">${askFirst(this, ERASING, { erase: () => this.store.put(KIND, "post"), place: "#post-text" })}</div>` : nothing}
      ${this.notes()}
      ${this.found?.isPost ? this.reading.foundView(this) : nothing}`;
  }
}

customElements.define("post-decoder-tool", PostDecoderTool);
