// Talks to the service worker that saves the guide for offline reading.

import { SITE } from "../shared/data.js";

const WORKER = new URL("offline-worker.js", SITE).href;
const SILENCE_MS = 60_000; // after so long without a message the browser has stopped the worker

/** Whether this browser, in this window, can save pages at all. */
export const canSave = () => "serviceWorker" in navigator && "caches" in window && "locks" in navigator;

/** The registration, if a reader has saved the guide here. Never registers the worker itself. */
export async function savedWorker() {
  const registration = await navigator.serviceWorker.getRegistration(SITE.href);
  // A guide at the root of the same host has its own worker.
  return registration?.scope === SITE.href ? registration : undefined;
}

/** Registers the worker, and resolves once it is active. */
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
      if (worker.state === "redundant") reject(new Error("the browser stopped the download"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Resolves to the worker's final message; `onProgress` gets the messages before it. */
export function ask(registration, what, onProgress = (_progress) => {}) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error("the browser stopped it")), SILENCE_MS);
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

/** Saves in batches until everything is there, because browsers stop a worker that runs for minutes. */
export async function saveAll(registration, onProgress) {
  let reply = await ask(registration, "save", onProgress);
  while (reply.is === "begun") reply = await ask(registration, "save", onProgress);
  if (reply.is === "failed") throw new Error(reply.why);
  return reply;
}
