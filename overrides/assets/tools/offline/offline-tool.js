// The button that saves the guide for offline reading. Nothing is registered or fetched before it is pressed.

import { grouped } from "../shared/counts.js";
import { SITE } from "../shared/data.js";
import { askFirst } from "../shared/dialogs.js";
import { ToolElement } from "../shared/element.js";
import { html, nothing } from "../vendor/lit.js";
import { ask, canSave, saveAll, savedWorker, startedWorker } from "./worker-client.js";

const NO_WAY =
  "This browser cannot save the guide in this window. Use a window that is not private, and an address that begins with https.";
const OFF = "Saving for offline is switched off at the moment. Every page works online as before.";
const REMOVING = {
  button: "Remove from this device",
  question: "This removes the saved pages. Your notes, marks and stories stay.",
  yes: "Remove the pages",
  no: "Keep them",
  done: "The pages are removed from this device.",
};
const GONE = { saved: undefined, offer: undefined };
const MEGABYTE = 1_000_000;
const inMegabytes = (bytes) => `${(Number(bytes) / MEGABYTE).toFixed(1)} MB`;
const spoken = (time) => new Date(time).toLocaleDateString("en-US", { month: "long", day: "numeric", year: "numeric" });

async function removeSaved() {
  const registration = await savedWorker();
  if (registration) await ask(registration, "remove");
}

class OfflineTool extends ToolElement {
  static properties = {
    saved: { state: true },
    progress: { state: true },
    asking: { state: true },
    offer: { state: true },
  };

  async prepare() {
    this.isPossible = canSave();
    if (!this.isPossible) return;
    const registration = await savedWorker();
    if (registration?.active) this.#show(await ask(registration, "report"));
  }

  #show(reply) {
    this.saved = reply.is === "saved" ? reply : undefined;
    if (this.saved) this.#offerInstalling();
  }

  // The page links its manifest only now: browsers need it only once the guide is saved.
  #offerInstalling() {
    if (document.querySelector("link[rel=manifest]")) return;
    addEventListener("beforeinstallprompt", (/** @type {any} */ event) => {
      event.preventDefault();
      this.offer = event;
    });
    const link = Object.assign(document.createElement("link"), {
      rel: "manifest",
      href: new URL("manifest.json", SITE).href,
    });
    document.head.append(link);
  }

  save() {
    return this.once(async () => {
      this.say("");
      const before = this.saved?.release;
      this.progress = { done: 0, of: Number(this.dataset.files) };
      const words = (error) =>
        `That stopped: ${error.message}. ${before ? "The copy you had is whole. " : ""}Press again to go on where it stopped.`;
      await this.attempt(async () => {
        const reply = await saveAll(await startedWorker(), (progress) => {
          this.progress = progress;
        });
        this.#show(reply);
        // Not awaited, since some browsers ask the reader for permission.
        navigator.storage?.persist?.().catch(console.warn);
        this.say(
          before === reply.release
            ? "You have the newest edition."
            : "Saved. Every page, tool and search now works offline.",
        );
      }, words);
      this.progress = undefined;
    });
  }

  // Only Chrome and Edge let a page offer this; other browsers have it in a menu.
  async install() {
    await this.offer.prompt();
    this.offer = undefined;
  }

  render() {
    const { sent } = this.dataset;
    if (!this.isPossible) return html`<p>${NO_WAY}</p>`;
    if (!sent && !this.saved) return html`<p>${OFF}</p>`;
    return html`${this.saved ? this.#copy() : this.#offer()} ${this.#running()} ${this.notes()}`;
  }

  #offer() {
    const { sent, stored } = this.dataset;
    return html`
      <p>It fetches about <strong>${sent}</strong> and takes ${stored} on this device.</p>
      <p class="tool-actions"><button type="button" class="md-button md-button--primary" ?disabled=${this.progress}
        @click=${() => this.save()}>Save for offline</button></p>`;
  }

  #copy() {
    const { edition, bytes, checked } = this.saved;
    return html`
      <p><strong>Saved on this device.</strong> Data of ${edition}, ${inMegabytes(bytes)}, last checked on ${spoken(checked)}.</p>
      <p class="tool-actions">
        <button type="button" class="md-button" ?disabled=${this.progress} @click=${() => this.save()}>Check for updates</button>
        ${this.offer ? html`<button type="button" class="md-button" @click=${() => this.install()}>Install as an app</button>` : nothing}
        ${askFirst(this, REMOVING, { erase: removeSaved, place: "button", changes: GONE })}
      </p>`;
  }

  #running() {
    if (!this.progress) return nothing;
    const { done, of } = this.progress;
    return html`<p class="offline-progress"><progress max=${of} value=${done} aria-label="Files saved"></progress>
      ${grouped(done)} of ${grouped(of)} files. Keep this page open.</p>`;
  }
}

customElements.define("offline-tool", OfflineTool);
