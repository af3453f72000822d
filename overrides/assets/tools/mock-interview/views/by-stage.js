// The views of a mock interview: the form before it, the link for a partner, a round, an interviewer's sheet.

import { html, nothing, repeat } from "../../vendor/lit.js";
import { setupForm } from "./setup-view.js";

function setup(tool) {
  const { choices, rounds, cards, drafts } = tool;
  return html`
    ${setupForm({ choices, rounds, choose: (change) => tool.choose(change), start: () => tool.once(tool.start) })}
    ${
      cards.length + drafts.length
        ? tool.history?.({
            tool,
            cards,
            drafts,
            rounds,
            goOn: (draft) => tool.once(() => tool.goOn(draft)),
            save: tool.saveCards.bind(tool),
            print: tool.print.bind(tool),
          })
        : nothing
    }`;
}

function link(tool) {
  const go = () => {
    tool.view = "round";
  };
  return html`${tool.partner.partnerLink({ address: tool.address, copied: tool.copied, copy: () => tool.copy(), go })} ${leave(tool)}`;
}

function round(tool) {
  const place = tool.held.length > 1 ? `Round ${tool.at + 1} of ${tool.held.length}` : "One round";
  return html`${repeat(
    [tool.at],
    (at) => at,
    (at) =>
      html`<mock-round .round=${tool.held[at]} .level=${tool.level} .mode=${tool.mode} .waits=${tool.mode === "alone" && at > tool.from} .place=${place} .draft=${tool.roundNotes.current}
        @fresh=${() => tool.once(tool.startFresh)} @note=${({ detail }) => tool.roundNotes.type(detail)} @settle=${({ detail }) => tool.roundNotes.settle(detail)} @score=${({ detail }) => tool.once(() => tool.score(detail))}></mock-round>`,
  )}${leave(tool)}`;
}

function sheet(tool) {
  return html`${tool.partner.interviewerSheet({ level: tool.level, rounds: tool.held, print: () => tool.print() })} ${leave(tool)}`;
}

function leave(tool) {
  return html`<p class="tool-actions"><button type="button" class="md-button" @click=${tool.leave}>Leave this interview</button></p>`;
}

export const VIEWS = { setup, link, round, sheet };
