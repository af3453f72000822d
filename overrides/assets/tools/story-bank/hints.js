// Hints on a story, such as a careful reader would give. They only look at words and numbers.
//
//   story = { title, situation, task, action, result, reflection, ...: text; competencies: ids; tracks: ["pm", "pmm"] }

export const PARTS = ["situation", "task", "action", "result", "reflection"];
const WORDS_A_MINUTE = 130;
// A shorter story has no room for a reason; a longer one loses its listener.
const [FEWEST_WORDS, MOST_WORDS] = [120, 350];
const MARKS = 3; // competencies that one story truly shows

const NUMBER =
  /\p{N}|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|(twen|thir|for|fif|six|seven|eigh|nine)t(y|ies)|(thir|four|fif|six|seven|eigh|nine)teen|hundreds?|thousands?|millions?|thirds?|(a|one) (fourth|fifth|sixth|tenth)|none|zero|half|halved|twice|doubled?|tripled?|percent|quarter)\b/iu;
const PRIVATE =
  /\b(confidential|internal only|under nda|do not share|unannounced|code ?names?)\b|[^\s@]@[^\s@]+\.[^\s@.]/iu;
// Praise that no one can check, and lessons that fit any story.
const MUCH = "(?:(?:really|just|all|absolutely|very|so|quite|truly|extremely|super) )*";
const PRAISE = [
  `(?:customers?|users?|clients?|everyone|everybody|people|the (?:exec\\w* )?team|leadership|management|executives?|stakeholders?|partners?) ${MUCH}(?:loves?|loved|liked?|enjoy(?:ed)?|appreciated|praised)`,
  `(?:customers?|users?|clients?|everyone|everybody|people|the (?:exec\\w* )?team|leadership|management|executives?|stakeholders?|partners?) (?:was|were|are|is) ${MUCH}(?:happy|thrilled|delighted|pleased|satisfied|excited|impressed|amazed)\\b(?! to\\b)`,
  "(?:huge|big|great|massive|total|resounding) success",
  "game[- ]?changer",
  `went ${MUCH}(?:well|smoothly)\\b(?!,? (?:so|but|until|enough|for|with|in)\\b)`,
  "(?:positive|great|good|amazing) (?:feedback|reviews?|response)",
  "feedback (?:was|has been) (?:\\w+ly )?(?:positive|great|good|amazing)",
  `(?:was|were) ${MUCH}well received`,
];
const LESSONS = [
  "(?:communication|teamwork|collaboration|preparation|planning|patience|persistence) (?:is|was) (?:the )?(?:key|everything|important|crucial|essential)",
  "importance of (?:good |clear )?(?:communication|teamwork|collaboration|preparation|planning|patience|persistence)",
  "team ?work makes|hard work (?:always )?pays|always listen to (?:your |the )?(?:customers?|users?|people)",
  "(?:would not|wouldn['’]t) (?:change|do) (?:anything|a thing)",
  "(?:learned|taught me) (?:a lot|so much|a great deal|many things)",
];
const VAGUE = new RegExp(`\\b(?:${[...PRAISE, ...LESSONS].join("|")})\\b`, "giu");
const MORE_OF_IT =
  /^\W*(?:next time,? )?i (?:would|will|should) (?:have )?communicate?d? (?:more|better)\b[^,;.]{0,25}\W*$/iu;
// What people type to leave a part empty.
const BLANK = /^\s*(?:n\/?a|none|nothing|tbd|todo|x+)?[\s\p{P}]*$/iu;
// Words for what could be lost: risk, money, time, people who suffer.
const STAKES =
  /\b(los[eist]\w*|risk\w*|cost\w*|churn\w*|cancel\w*|fail\w*|deadline\w*|late|delay\w*|outage\w*|broke\w*|break\w*|complain\w*|wast\w*|leav\w*|left|declin\w*|fell|fall\w*|falling|drop\w*|miss\w*|threat\w*|renew\w*|revenue|money|budget|penalt\w*|compliance|safety|harm\w*|unsafe|error\w*|confus\w*|stuck|block\w*|slip\w*|shrink\w*|escalat\w*|angry|unhappy|trust|refund\w*|ticket\w*|if we did not|otherwise|behind|worse|wrong|pull\w* out|walk\w* away|quit\w*|g[ai]ve\w* up|gone|crash\w*|slow\w*|struggl\w*|frustrat\w*|overdue|expensive|sued|fined|hurt\w*|stopped|could(?:n['’]t| not))\b|[$€£₹]/iu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

const textOf = (story, part) => story[part] ?? "";
const count = (text, pattern) => text.match(pattern)?.length ?? 0;

export const wordCount = (text) => count(text, WORD);
export const wordsOf = (story) => PARTS.reduce((total, part) => total + wordCount(textOf(story, part)), 0);

/** Seconds to tell so many words aloud. */
export const secondsFor = (words) => Math.round((words / WORDS_A_MINUTE) * 60);

/** [{ id: "no-number", text: "..." }, ...]; a story with nothing in it has none. */
export function hintsOf(story) {
  const words = wordsOf(story);
  if (!words) return [];
  return [
    noNumber(story),
    moreWe(story),
    vaguePraise(story),
    noStakes(story),
    noReflection(story),
    tooShort(words),
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
    ours > mine && {
      id: "more-we",
      text: `In the action, “we” outnumbers “I”, ${ours} to ${mine}. Say “I” where it was you.`,
    }
  );
}

// "Seven of nine customers liked it" is a count, not praise.
function vagueIn(text) {
  const before = (index) => /(?:[^\s.?!]+\s+){0,3}$/u.exec(text.slice(0, index))?.[0] ?? "";
  const [found] = [...text.matchAll(VAGUE)].filter(({ index }) => !NUMBER.test(before(index)));
  return found?.[0] ?? text.match(MORE_OF_IT)?.[0].trim();
}

function vaguePraise(story) {
  const found = ["result", "reflection"].map((part) => vagueIn(textOf(story, part))).find(Boolean);
  return (
    found && {
      id: "vague",
      text: `“${found}” could end any story. Who did what that they had not done before? What do you do now that you did not do then?`,
    }
  );
}

// The stakes may be named as late as in the result, such as fewer tickets.
function noStakes(story) {
  const text = PARTS.slice(0, 4)
    .map((part) => textOf(story, part))
    .join(" ");
  return (
    wordCount(text) &&
    !STAKES.test(text) && {
      id: "no-stakes",
      text: "The story does not say what was at stake. Who would have lost what, and by when, if you had done nothing?",
    }
  );
}

const noReflection = (story) =>
  BLANK.test(textOf(story, "reflection")) && {
    id: "no-reflection",
    text: "The reflection is empty. What would you do differently, and where have you done so since?",
  };

const tooShort = (words) =>
  words < FEWEST_WORDS && {
    id: "too-short",
    text: `The story has ${words} words, less than a minute aloud. Below ${FEWEST_WORDS} there is no room for what you did and why.`,
  };

const tooLong = (words) =>
  words > MOST_WORDS && {
    id: "too-long",
    text: `The story has ${words} words: ${spokenMinutes(words)} aloud. Stay below ${MOST_WORDS}. What would a listener not miss?`,
  };

const spokenMinutes = (words) => `about ${Math.round(words / WORDS_A_MINUTE)} minutes`;

const tooManyMarks = (story) =>
  (story.competencies?.length ?? 0) > MARKS && {
    id: "many-marks",
    text: `It is marked for ${story.competencies.length} competencies. A story told for everything shows nothing: which three does it truly show?`,
  };

function maybePrivate(story) {
  const found = PARTS.map((part) => textOf(story, part).match(PRIVATE)?.[0]).find(Boolean);
  return found && { id: "maybe-private", text: `It says “${found}”. Leave out anything confidential.` };
}
