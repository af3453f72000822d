/** Copies a text, and resolves to the outcome in words. */
export async function copyText(words) {
  try {
    await navigator.clipboard.writeText(words);
    return "Copied";
  } catch (error) {
    console.warn("The browser does not let this page copy:", error);
    return "Select the words and copy them";
  }
}
