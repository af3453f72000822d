// The question bank: the properties of each question, and the texts fetched so far.

import { fetchData } from "../shared/data.js";
import { isMine } from "../shared/track/track.js";
import { judges } from "./saved.js";

export class Bank {
  #words = new Map(); // by the id of a question

  // From the list "practice", as the build makes it.
  constructor({ competencies, categories, scopes, questions }) {
    this.questions = questions.map(([id, track, category, competency, scope, isWarmUp = false]) => ({
      id,
      track,
      category,
      competency,
      scope,
      isWarmUp,
    }));
    this.names = { competencies, categories, scopes };
  }

  async fetch(ids) {
    const words = await Promise.all(ids.map((id) => fetchData(`practice/${id}`)));
    for (const [index, id] of ids.entries()) this.#words.set(id, words[index]);
  }

  #named(id) {
    return this.questions.find((question) => question.id === id);
  }

  // "" until fetched.
  textOf(id) {
    return this.#words.get(id)?.text ?? "";
  }

  kindOf(id) {
    return this.names.categories[this.#named(id).category];
  }

  // The names of the categories that have questions of a track, by their ids.
  kindsOf(track) {
    const mine = new Set(this.questions.filter((question) => isMine(track, question)).map(({ category }) => category));
    return Object.fromEntries(Object.entries(this.names.categories).filter(([id]) => mine.has(id)));
  }

  // A question with its texts, as it is asked with these choices.
  whole(id, choices) {
    const question = this.#named(id);
    return {
      ...question,
      ...this.#words.get(id),
      tracks: judges(question, choices),
      kind: this.kindOf(id),
      competencyName: this.names.competencies[question.competency],
      scopeWords: this.names.scopes[question.scope],
    };
  }
}
