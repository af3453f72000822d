// The views of a role-play by its stage: the list, the setting, alone or with a partner, the debrief.

import { askFirst } from "../shared/dialogs.js";
import { conversationView } from "./conversation.js";
import { debriefView } from "./debrief.js";
import { listView } from "./list-view.js";
import { knownPath } from "./rehearsal.js";
import { settingView } from "./setting-view.js";

const ERASING = {
  button: "Erase these rehearsals",
  question: "This erases your rehearsals of this role-play.",
  yes: "Erase them",
  no: "Keep them",
  done: "The rehearsals of this role-play are erased.",
};

function list(tool) {
  const { plays, track } = tool;
  return listView({ plays, track, rehearsalsOf: (id) => tool.rehearsalsOf(id), choose: (id) => tool.choose(id) });
}

function setting(tool) {
  const { play, unfinished } = tool;
  const records = tool.rehearsalsOf(play.id);
  const canErase = records.length || play.id in unfinished;
  return settingView({
    play,
    path: knownPath(play, unfinished[play.id]), // empty if it was begun before there were turns
    records,
    alone: (path) => tool.beginAlone(path),
    together: () => tool.beginTogether(),
    openDebrief: (id, record) => tool.openDebrief(id, record),
    erasing: canErase && askFirst(tool, ERASING, { erase: () => tool.erase(play.id), place: ".rehearsal-title" }),
  });
}

function alone(tool) {
  const { play, path, isOwn } = tool;
  return conversationView({
    play,
    path,
    isOwn,
    answer: (reply) => tool.answer([...tool.path, reply]),
    takeBack: () => tool.answer(tool.path.slice(0, -1)),
    ownWords: () => tool.moveTo(".tool-choice", { isOwn: true }),
    end: () => tool.once(() => tool.end("alone")),
  });
}

function partner(tool) {
  return tool.cards.cardsView({
    play: tool.play,
    shown: tool.card,
    show: (card) => tool.moveTo(".rehearsal-card", { card }),
    end: () => tool.once(() => tool.end("partner")),
  });
}

function debrief(tool) {
  const { play, record, isShown } = tool;
  return debriefView({
    play,
    record,
    isShown,
    note: (field, value) => tool.note(field, value),
    show: () => tool.moveTo(".rehearsal-shown", { isShown: true }),
    again: () => tool.backToList(),
  });
}

export const VIEWS = { list, setting, alone, partner, debrief };
