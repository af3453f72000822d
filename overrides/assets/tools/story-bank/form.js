// The form of one story: its parts, tracks and competencies, hints, and how to tell it for the other track.

import { pageAddress } from "../shared/data.js";
import { conflictDialog } from "../shared/dialogs.js";
import { html, live, nothing } from "../vendor/lit.js";
import { hintsOf, PARTS, secondsFor, wordCount, wordsOf } from "./hints.js";
import { NAMES } from "./markdown.js";

const ADVICE = {
  situation: "Two sentences: where, when, and what was at stake.",
  task: "One sentence: what you were accountable for.",
  action: "Half of the time: three things you did, with the reasons, and one option that you turned down.",
  result: "Two or three sentences: what changed, from which starting point, how you know, and what else helped.",
  reflection: "Two sentences: what you would do differently, and where you have done so since.",
  pmAngle: "One line: what in this event was about deciding what to build?",
  pmmAngle: "One line: what in this event was about how the market understood it?",
  worstQuestion: "The follow-up question you least want.",
};
const TRACKS = { pm: "PM", pmm: "PMM" };

const aloud = (seconds) =>
  seconds < 60 ? "less than a minute" : `about ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/**
 * `form`: { story, drafts, competencies, prompts (once `ask()` has fetched them), type(field, text), settle(field,
 * text), mark(list, id, isOn) }, texts as last typed.
 */
export const storyForm = (form) => html`
  ${titleField(form)}
  ${PARTS.map((field) => textField(form, field))}
  ${spoken(form.story)}
  ${marks(
    form,
    "competencies",
    "Which competencies does it truly show?",
    "Three at most.",
    form.competencies.map(({ id, name }) => [id, name]),
  )}
  ${marks(form, "tracks", "For which track do you tell it?", "Only the part that you truly did.", Object.entries(TRACKS))}
  ${hints(form.story)}
  ${Object.keys(TRACKS).map((track) => textField(form, `${track}Angle`))}
  ${retelling(form)}
  ${textField(form, "worstQuestion")}`;

function titleField({ story, type, ...form }) {
  const id = `${story.id}-title`;
  return html`
    <div class="tool-field">
      <label for=${id}>Name, in four words or so</label>
      <input id=${id} .value=${live(story.title ?? "")} @input=${(event) => type("title", event.target.value)}>
      ${clash(form, story, "title")}
    </div>`;
}

function textField({ story, type, ...form }, field) {
  const id = `${story.id}-${field}`;
  return html`
    <div class="tool-field">
      <label for=${id}>${NAMES[field]}</label>
      <p class="muted" id="${id}-advice">${ADVICE[field]}</p>
      <textarea id=${id} class=${PARTS.includes(field) ? "" : "story-line"} dir="auto" aria-describedby="${id}-advice" .value=${live(story[field] ?? "")}
        @input=${(event) => type(field, event.target.value)}></textarea>
      ${PARTS.includes(field) ? html`<p class="muted">${counted(wordCount(story[field] ?? ""), "word")}</p>` : nothing}
      ${clash(form, story, field)}
    </div>`;
}

const clash = (/** @type {any} */ { drafts, settle }, story, field) =>
  conflictDialog(drafts.of(story.id, field), (text) => settle(field, text));

function spoken(story) {
  const words = wordsOf(story);
  return html`<p class="story-length">The five parts hold ${counted(words, "word")}: ${aloud(secondsFor(words))} aloud.</p>`;
}

const marks = ({ story, mark }, list, question, advice, choices) => html`
  <fieldset class="tool-field tool-choices">
    <legend>${question}</legend>
    <p class="muted">${advice}</p>
    ${choices.map(
      ([id, name]) => html`
      <label><input type="checkbox" .checked=${live(Boolean(story[list]?.includes(id)))} @change=${(event) => mark(list, id, event.target.checked)}> ${name}</label>`,
    )}
  </fieldset>`;

function hints(story) {
  const found = hintsOf(story);
  return html`
    <div class="story-hints">
      <h3>Hints</h3>
      <p class="muted">They look only at words and numbers, in English. They are not a score, and a good story may ignore them.</p>
      ${found.length ? html`<ul>${found.map(({ text }) => html`<li>${text}</li>`)}</ul>` : html`<p>Nothing to point out.</p>`}
    </div>`;
}

// Prompts from the guide's own rows: what the other role is accountable for, and made-up stories with both angles.
function retelling({ story, prompts, ask }) {
  const [from, to] = story.tracks?.includes("pmm") && !story.tracks.includes("pm") ? ["pmm", "pm"] : ["pm", "pmm"];
  return html`
    <details class="story-retelling" @toggle=${ask}>
      <summary>How to retell it for ${TRACKS[to]}</summary>
      <p>The event stays the same and stays true. Ask what in it was the work of a ${TRACKS[to]}, and write one line above. If you find none, the story belongs to ${TRACKS[from]}. That is fine.</p>
      ${prompts ? aspectsOf(prompts, to) : nothing}
      <ul>
        <li>Which decision there was yours?</li>
        <li>Who had to be won over?</li>
        <li>Which part of the result may you claim, and which not?</li>
      </ul>
      ${prompts ? examplesOf(prompts, story, from, to) : nothing}
      <p><a href="#one-event-two-tellings">One event, two tellings</a> shows it in full.</p>
    </details>`;
}

const aspectsOf = ({ aspects }, to) => html`
  <dl>${aspects.map((aspect) => html`<dt>${aspect.ask}</dt><dd><b>${TRACKS[to]}: </b>${aspect[to]}</dd>`)}</dl>
  <p class="muted">From <a href=${pageAddress("roles/side-by-side/")}>the roles side by side</a>, which gives the sources and what is contested.</p>`;

const examplesOf = ({ examples }, story, from, to) =>
  examples
    .filter(({ competencies }) => competencies.some((id) => story.competencies?.includes(id)))
    .slice(0, 2)
    .map(
      (example) =>
        html`<p><b>Made up, as an example. </b>${example.story}. <b>Told for ${TRACKS[from]}: </b>${example[from]} <b>Told for ${TRACKS[to]}: </b>${example[to]}</p>`,
    );
