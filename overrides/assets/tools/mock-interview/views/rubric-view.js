// The rubric that an answer is scored by.

import { html } from "../../vendor/lit.js";

export const markList = (marks) => html`
  <details><summary>What to say, and by when</summary>
    <ul>${marks.map(({ minute, said }) => html`<li>Minute ${minute}: ${said}</li>`)}</ul></details>`;

export const rubric = ({ levels, byLevel, redFlag }, level) => html`
  <details open><summary>How to score it</summary>
    <dl class="question__levels">${levels.map((text, at) => html`<div><dt>${at + 1}</dt><dd>${text}</dd></div>`)}</dl>
    ${levelLines(byLevel, level)}
    <p><strong>Red flag: </strong>${redFlag}</p></details>`;

/** What each level asks for; the chosen one is highlighted. */
export const levelLines = (byLevel, level) => html`
  <ul>${Object.entries(byLevel).map(([name, text]) => html`<li>${name === level ? html`<strong>At ${name}: ${text}</strong>` : html`At ${name}: ${text}`}</li>`)}</ul>`;
