/**
 * The tools without records of their own: each shows or copies what others keep. It follows from shapes.js, which only an
 * import loads; a test compares them.
 */
export const KEEPS_NOTHING = ["your-data", "offline", "last-day"];
