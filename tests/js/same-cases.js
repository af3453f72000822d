// Makes fast-check draw the same cases on every run, so that no change is held up by what another one broke. Loaded
// before the tests: node --import ./tests/js/same-cases.js --test. With SEED=2, and so on, it draws others.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
