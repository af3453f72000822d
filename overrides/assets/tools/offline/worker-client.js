// Messages to the worker that saves the guide for offline reading.

import { SITE } from "../shared/data.js";

const WORKER = new URL("offline-worker.js", SITE).href;
const QUIET = 60_000; // milliseconds of silence after which the browser has stopped the worker

/** Whether this browser, in this window, can save pages at all. */
export const canSave = () => "serviceWorker" in navigator && "caches" in window && "locks" in navigator;

/** The worker, if a reader has saved the guide here; it is never registered by asking. */
export async function savedWorker() {
  const registration = await navigator.serviceWorker.getRegistration(SITE.href);
  // A guide at the root of the same host has its own worker.
  return registration?.scope === SITE.href ? registration : undefined;
}

/** The worker, registered and running. */
export async function startedWorker() {
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SITE.href });
  const starting = registration.installing ?? registration.waiting;
  if (!registration.active && starting) await activated(starting);
  return registration;
}

function activated(worker) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve(undefined);
      if (worker.state === "redundant") reject(new Error("the browser stopped what saves the pages"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** The worker's final message on a request; `onProgress` gets the progress messages before it. */
export function ask(registration, what, onProgress = (_progress) => {}) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error("the browser stopped it")), QUIET);
    };
    port1.onmessage = ({ data }) => {
      wait();
      if (data.is === "saving") return onProgress(data);
      clearTimeout(timer);
      port1.close();
      return resolve(data);
    };
    wait();
    registration.active.postMessage({ ask: what }, [port2]);
  });
}

/** Saves until all is there. The worker saves in batches, because browsers end one that runs for minutes. */
export async function saveAll(registration, onProgress) {
  let reply = await ask(registration, "save", onProgress);
  while (reply.is === "begun") reply = await ask(registration, "save", onProgress);
  if (reply.is === "failed") throw new Error(reply.why);
  return reply;
}
