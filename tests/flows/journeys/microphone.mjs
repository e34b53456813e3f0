/** A microphone that hears a tone, for pages of a context; the park's scripted ears hear a question in whatever they are sent. */
export const hearTone = (context) => context.addInitScript(() => {
  navigator.mediaDevices.getUserMedia = async () => {
    const sound = new AudioContext(), tone = sound.createOscillator(), stream = sound.createMediaStreamDestination();
    tone.connect(stream);
    tone.start();
    return stream.stream;
  };
});
