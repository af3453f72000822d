// What a careful reader would notice about a story, as hints. They count words and numbers; they judge nobody.
//
//   story = { title, situation, task, action, result, reflection, ...: text; competencies: ids; tracks: ["pm", "pmm"] }

export const PARTS = ["situation", "task", "action", "result", "reflection"];
const WORDS_A_MINUTE = 130;
const MINUTES = 2;
const MARKS = 3; // competencies that one story truly shows

const NUMBER =
  /\p{N}|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|(twen|thir|for|fif|six|seven|eigh|nine)t(y|ies)|hundreds?|thousands?|millions?|half|halved|twice|doubled?|tripled?|percent|quarter)\b/iu;
const PRIVATE =
  /\b(confidential|internal only|under nda|do not share|unannounced|code ?names?)\b|[^\s@]@[^\s@]+\.[^\s@.]/iu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

const textOf = (story, part) => story[part] ?? "";
const count = (text, pattern) => text.match(pattern)?.length ?? 0;

export const wordCount = (text) => count(text, WORD);
export const wordsOf = (story) => PARTS.reduce((total, part) => total + wordCount(textOf(story, part)), 0);

// Seconds that it takes to tell so many words aloud.
export const secondsFor = (words) => Math.round((words / WORDS_A_MINUTE) * 60);

// [{ id: "no-number", text: "..." }, ...]; a story with nothing in it has none.
export function hintsOf(story) {
  const words = wordsOf(story);
  if (!words) return [];
  return [
    noNumber(story),
    moreWe(story),
    noReflection(story),
    tooLong(words),
    tooManyMarks(story),
    maybePrivate(story),
  ].filter(Boolean);
}

function noNumber(story) {
  const result = textOf(story, "result");
  return (
    wordCount(result) &&
    !NUMBER.test(result) && {
      id: "no-number",
      text: "The result has no number. If you know one, give it with its starting point. If not, say what people did afterward that they hadn’t done before.",
    }
  );
}

function moreWe(story) {
  const action = textOf(story, "action");
  const [mine, ours] = [
    count(action, /\b(i|me|my|mine|myself)\b/giu),
    count(action, /\b([Ww]e|us|[Oo]urs?|[Oo]urselves)\b/gu),
  ];
  return (
    ours &&
    ours >= mine && {
      id: "more-we",
      text: `In the action, “we” outnumbers “I”, ${ours} to ${mine}. Say “I” where it was you.`,
    }
  );
}

const noReflection = (story) =>
  !wordCount(textOf(story, "reflection")) && {
    id: "no-reflection",
    text: "The reflection is empty. What would you do differently, and where have you done so since?",
  };

const tooLong = (words) =>
  words > WORDS_A_MINUTE * MINUTES && {
    id: "too-long",
    text: `The story has ${words} words. Two minutes aloud hold about ${WORDS_A_MINUTE * MINUTES}. What would a listener not miss?`,
  };

const tooManyMarks = (story) =>
  (story.competencies?.length ?? 0) > MARKS && {
    id: "many-marks",
    text: "More than three competencies are marked. Which three does it truly show?",
  };

function maybePrivate(story) {
  const found = PARTS.map((part) => textOf(story, part).match(PRIVATE)?.[0]).find(Boolean);
  return found && { id: "maybe-private", text: `It says “${found}”. Leave out anything confidential.` };
}
