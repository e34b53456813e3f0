// Validates many documents in one run. Reads one JSON object a line from standard input,
// {text, files: {uri: base64}}, and prints a line for each as soon as it is judged: the Khronos
// validator's messages, or null when the validator itself failed.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const clients = new URL('../clients/web/package.json', import.meta.url)
const validator = createRequire(clients)('gltf-validator')

async function judge({ text, files }) {
  const report = await validator.validateString(text, {
    maxIssues: 0,
    writeTimestamp: false,
    externalResourceFunction: async (uri) => {
      const file = files[decodeURIComponent(uri)]
      if (file === undefined) throw new Error(`no ${uri}`)
      return new Uint8Array(Buffer.from(file, 'base64'))
    },
  })
  return report.issues.messages
}

for await (const line of createInterface({ input: process.stdin })) {
  let messages = null
  try {
    messages = await judge(JSON.parse(line))
  } catch {
    // Some inputs make the validator throw; the caller is told by the null.
  }
  process.stdout.write(`${JSON.stringify(messages)}\n`)
}
