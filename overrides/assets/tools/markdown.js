// Text as it is, where Markdown would read some of its signs as markup.
export const escaped = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
