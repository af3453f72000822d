// Records an answer on this device. The sound stays in the memory of the page: nothing is sent or stored, and it is
// gone when the reader erases it or leaves.
export class Recorder {
  #media;
  #parts = [];
  #stream;
  url = "";

  get isRunning() {
    return this.#media?.state === "recording";
  }

  // Rejects if the reader or the browser refuses the microphone.
  async start() {
    this.erase();
    this.#stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    this.#parts = [];
    this.#media = new MediaRecorder(this.#stream);
    this.#media.ondataavailable = ({ data }) => this.#parts.push(data);
    this.#media.start();
  }

  // The object URL of the recording, once it is complete.
  stop() {
    const media = this.#media;
    if (!this.isRunning) return Promise.resolve(this.url);
    return new Promise((done) => {
      media.onstop = () => {
        for (const track of this.#stream.getTracks()) track.stop(); // turns off the browser's microphone indicator
        this.url = URL.createObjectURL(new Blob(this.#parts, { type: media.mimeType }));
        done(this.url);
      };
      media.stop();
    });
  }

  erase() {
    if (this.url) URL.revokeObjectURL(this.url);
    [this.url, this.#parts] = ["", []];
  }
}

export const canRecord = () => "MediaRecorder" in window && Boolean(navigator.mediaDevices?.getUserMedia);
