// Stories and texts that tests make up: any script, any sign, nothing at all.
import fc from "fast-check";

export const HOSTILE =
  "<script>alert(1)</script> # *a* | `b` [c](d) \u202eمرحبا 👩‍👩‍👧 ===\n---\n1. one\n    four \u0024{7} {{ 7 }}";
export const COMPETENCIES = ["customer-focus", "judgment", "adaptability", "collaboration", "insight"];
export const texts = fc.string({ unit: "binary", maxLength: 200 });
export const stories = fc.record(
  {
    title: texts,
    situation: texts,
    task: texts,
    action: texts,
    result: texts,
    reflection: texts,
    competencies: fc.subarray(COMPETENCIES),
    tracks: fc.subarray(["pm", "pmm"]),
  },
  { requiredKeys: [] },
);
