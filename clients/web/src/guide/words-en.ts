import type { GuideKey } from './words-zh';

/** The words of guides in English. */
export const en: Record<GuideKey, string> = {
  ask: 'Ask {name}',
  'ask.key': 'Ask {name} (G)',
  title: '{name} · park guide',
  'none.near': 'No guide is near. Walk up to one and ask.',
  close: 'Close', back: 'Back', more: 'More', cancel: 'Cancel',

  greeting: 'Hello, I am {name}. Ask me about space, rents, policies, exhibits and companies. I answer from the park’s own records only, and show you where it says so.',
  placeholder: 'Type a question…',
  send: 'Send', stop: 'Stop', 'stop.key': 'Stop (Esc)',
  hold: 'Hold to talk', 'hold.key': 'Hold to talk (V)', 'hold.opening': 'Opening the microphone…', 'hold.listening': 'Listening. Release to send', 'hold.reading': 'Working out what you said…',
  'deaf.insecure': 'Asking aloud needs a secure connection (HTTPS), or localhost on the server itself. Typing works as it is.',
  'deaf.denied': 'The microphone is not allowed here. Allow it beside the address, or type your question.',
  'deaf.missing': 'No microphone was found. Type your question instead.',
  'deaf.unsupported': 'This browser cannot record. Type your question instead.',
  'deaf.short': 'That was too short. Hold the button until you have finished.',
  'deaf.unclear': 'That was not clear. Say it again, or type it.',
  'deaf.failed': 'What you said could not be read. Type it instead.',

  whisper: 'Whisper', 'whisper.on': 'Only you hear', 'whisper.off': 'Heard nearby',
  'answer.lang': 'Answer in', 'answer.same': 'As asked',

  'state.idle': 'Ask anything about the park', 'state.queued': '{n} before you. One moment', 'state.thinking': '{name} is looking in the park’s records…', 'state.speaking': '{name} is answering',
  'state.human': '{name} (staff) is talking with you', 'state.other': '{name} is talking with {who}. Your question will wait its turn',
  'sound.touch': 'Tap to hear',
  stopped: 'Interrupted', 'stopped.heard': 'Interrupted here', failed: 'No answer this time: {why}', 'failed.unknown': 'try again in a while',
  'failed.offline': 'the connection is down, try again in a while',
  again: 'Ask again',

  human: 'Staff', 'human.name': 'Staff · {name}', staff: 'Park staff',
  sources: 'Sources', source: 'Source {n}', 'source.version': 'version {n}', 'source.quote': 'In the record',
  visitor: 'a visitor', you: 'you',

  'rate.up': 'Helpful', 'rate.down': 'Not helpful', 'rate.thanks': 'Thank you, noted',
  'rate.why': 'What was wrong? (optional)', 'rate.send': 'Send', 'rate.sent': 'Thank you. The staff will look at it',
  take: 'Take this talk along', delete: 'Delete this talk', 'delete.sure': 'The park then no longer keeps what you asked. It cannot be brought back.', 'delete.yes': 'Delete', 'deleted': 'The talk is deleted',
  kept: 'Talks are kept for a while so that the park can do better. You can delete yours at any time.',
  model: 'Answers are made by the language model {model} and held against the park’s records', 'model.none': 'Answers are taken from the park’s records by AI',
  abroad: 'This guide uses a model service abroad',

  'act.go_to': 'Walks to {what}', 'act.lead_to': 'Takes you to {what}', 'act.point_at': 'Points at {what}', 'act.look_at': 'Looks at {what}', 'act.show_exhibit': 'Presents {what}',
  'act.explode_exhibit': 'Takes {what} apart', 'act.assemble': 'Puts {what} together', 'act.set_variant': 'Changes the look of {what}', 'act.play_animation': 'Runs {what}',
  'act.refused': 'Could not', 'act.undone': 'Undone', 'act.left': 'stopped: you did not come along', 'act.halted': 'stopped',
  'act.there': 'it', 'act.follow': 'Follow',
  'open.units': 'See space to let', 'open.companies': 'See companies', 'open.register': 'Open the application', 'open.visit': 'Book a visit', 'open.contact': 'Leave a contact', 'open.privacy': 'Read the privacy notice',
  'open.prefill': 'Begin an application with what you said', 'open.prefill.what': 'Filled in: {what}',
  'open.staff': 'The staff have been told. Whoever takes over answers you here', 'open.staff.contact': 'Or leave a contact',
  'field.name': 'company', 'field.industry': 'industry', 'field.brief': 'about', 'field.wants_booth': 'wants a booth',

  'caption.to': '{guide} → {who}',

  'xr.ask': 'Hold A or X and speak, or choose a question', 'xr.ask.mute': 'Choose a question', 'xr.sources': 'Sources', 'xr.stop': 'Stop', 'xr.again': 'Ask more', 'xr.whisper.on': 'Whisper: on', 'xr.whisper.off': 'Whisper: off',
  'xr.staff': 'Call staff',
  'xr.staff.question': 'Please fetch a member of staff',

  'page.title': 'Park guide', 'page.enter': 'Walk into the park', 'page.loading': 'Calling the guide…', 'page.none': 'The park has no guide yet',
  'page.failed': 'The park cannot be reached', 'page.retry': 'Try again', 'page.voice.on': 'Sound: on', 'page.voice.off': 'Sound: off', 'page.choose': 'Choose a guide',
};
