// Records an answer on this device. The sound stays in the memory of the page: nothing is sent or stored, and it is
// gone when the reader erases it or leaves.
export class Recorder {
  #media;
  #parts = [];
  #stream;
  #request = 0; // the number of the newest request for the microphone; stopping withdraws it
  #ended;
  url = "";

  // `ended()` is called when a recording is complete, even if the browser ended it, as for a phone call.
  constructor(ended) {
    this.#ended = ended;
  }

  get isRunning() {
    return this.#media?.state === "recording";
  }

  // Rejects if the reader or the browser refuses the microphone. A reader who leaves while the browser still asks for
  // permission is not recorded.
  async start() {
    const request = ++this.#request;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    if (request !== this.#request) return release(stream);
    this.erase();
    this.#stream = stream;
    try {
      this.#media = new MediaRecorder(stream);
      this.#media.ondataavailable = ({ data }) => this.#parts.push(data);
      this.#media.onstop = () => this.#finish();
      this.#media.start();
    } catch (error) {
      release(stream);
      throw error;
    }
  }

  #finish() {
    release(this.#stream);
    this.url = URL.createObjectURL(new Blob(this.#parts, { type: this.#media.mimeType }));
    this.#ended();
  }

  // Resolves once `ended()` has been called.
  async stop() {
    this.#request += 1;
    if (!this.isRunning) return;
    const stopped = new Promise((done) => this.#media.addEventListener("stop", done, { once: true }));
    this.#media.stop();
    await stopped;
  }

  erase() {
    if (this.url) URL.revokeObjectURL(this.url);
    [this.url, this.#parts] = ["", []];
  }
}

// Also turns off the browser's microphone indicator.
function release(stream) {
  for (const track of stream.getTracks()) track.stop();
}

const REFUSALS = {
  NotAllowedError:
    "The microphone is blocked for this site. Allow it in your browser’s settings for this site, or go on without.",
  NotFoundError: "No microphone was found. Connect one and try again, or go on without.",
  NotReadableError: "Another app is using the microphone. Close it and try again, or go on without.",
};

export const refusal = ({ name, message }) =>
  REFUSALS[name] ?? `The microphone can’t be used (${message}). Try again, or go on without.`;

export const canRecord = () => "MediaRecorder" in window && Boolean(navigator.mediaDevices?.getUserMedia);
