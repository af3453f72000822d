// Whether a post is Microsoft's, or another employer's that asks for its products or works with it. Pure.
// Other employers have such codes too, but not with the names of Microsoft's disciplines.
const CODE = /\bproduct (management|marketing)\s*[-–,:]?\s*(IC[2-7]|M[4-7])\b/i;
// Products that any employer may ask for.
const PRODUCTS =
  /microsoft(?:'s)? (office|excel|word|powerpoint|suite|outlook|project|teams|365|azure|dynamics|sharepoint|sql|power|fabric|windows|stack|alliance|partner|technolog|product|certifi|ecosystem|copilot|entra|intune)\w*/gi;
const MENTIONS = [
  // "experience with Google, Microsoft or similar", "formerly at Microsoft"
  /\b(?:experience|knowledge|background|familiar(?:ity)?|proficien\w+|formerly|previously|worked)\b[^.\n]{0,80}\bmicrosoft\b/gi,
  // "Microsoft experience required"
  /\bmicrosoft\b[^.\n]{0,40}\b(?:experience|knowledge|background|skills|certif\w+)\b[^.\n]{0,20}\b(?:required|preferred|plus|must|desired|helpful|needed|asset)\b/gi,
  // "partner with Microsoft", "rivals such as Microsoft", "AWS or Microsoft"
  /\b(?:with|like|as|or|and|than|against|including|from|to|on|by|via|using) microsoft\b/gi,
  // "Microsoft, Google and AWS"
  /\bmicrosoft(?:,| and| or|\/) ?(?:google|aws|amazon|apple|meta|oracle|sap|salesforce|ibm|adobe|slack|zoom|cisco)\b/gi,
];
// Where a post names its employer: the logo on LinkedIn, a table, the closing sentence.
const EMPLOYERS = [
  /^(.{2,60}?) logo\s*\n\s*\1\s*$/gim,
  /^(?:company|employer)(?: name)?\s*[:\t]\s*(.{2,60}?)\s*$/gim,
  /^(?:.*[.!?] )?((?!We\b|Our\b|It\b|The company\b)[A-Z].{1,40}?) is an equal[- ]opportunity employer\b/gm,
];
const MISLEADING = "Codes, ranges and themes here are of Microsoft’s posts, so they would mislead you.";
const isNamed = (text) => /microsoft/i.test(text);

const employersIn = (text) => EMPLOYERS.flatMap((form) => [...text.matchAll(form)].map(([, name]) => name));
const asEmployer = (text) => [PRODUCTS, ...MENTIONS].reduce((rest, mention) => rest.replace(mention, " "), text);

/** Why a post is not Microsoft's, as a sentence; "" if it is one of theirs. */
export function whyNotMicrosofts(text, title) {
  if (CODE.test(text)) return "";
  const employers = employersIn(text);
  const isTheirs = employers.length ? employers.some(isNamed) : isNamed(title) || isNamed(asEmployer(text));
  if (isTheirs) return "";
  if (!isNamed(text.replace(PRODUCTS, ""))) return `This post does not name Microsoft. ${MISLEADING}`;
  return `This post names Microsoft, but not as the company that hires. ${MISLEADING} If it is Microsoft’s, paste the line with its name, too.`;
}
